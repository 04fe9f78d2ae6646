/** The languages there are. */

import type { Language } from "@lotse/sdk";

import { de } from "./de.ts";
import { en } from "./en.ts";
import type { Texts } from "./en.ts";

export type { Texts } from "./en.ts";

const TABLES: Readonly<Record<Language, Texts>> = { de, en };

export function textsIn(language: Language): Texts {
  return TABLES[language];
}

export function isLanguage(value: unknown): value is Language {
  return typeof value === "string" && Object.hasOwn(TABLES, value);
}

/** The page's own word, or else the first language of the browser that we speak. */
export function firstLanguage(wanted: string | undefined, preferred: readonly string[]): Language {
  const candidates = [wanted, ...preferred].map((tag) => tag?.slice(0, 2).toLowerCase());
  return candidates.find(isLanguage) ?? "en";
}
