/** What every component may ask for without having it handed down. */

import type { Language } from "@lotse/sdk";
import { createContext } from "preact";
import { useContext } from "preact/hooks";

import { textsIn } from "./texts/index.ts";
import type { Texts } from "./texts/index.ts";
import type { Widget } from "./widget.ts";

export interface Surroundings {
  readonly widget: Widget;
  readonly language: Language;
}

export const Surround = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings & { readonly texts: Texts } {
  const surroundings = useContext(Surround);
  if (surroundings === null) throw new Error("Components of the chat only work inside it.");
  return { ...surroundings, texts: textsIn(surroundings.language) };
}
