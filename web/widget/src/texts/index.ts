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

/** The first that we speak: of the script tag, the page, the browser. */
export function firstLanguage(preferred: readonly (string | undefined)[]): Language {
  return preferred.map((tag) => tag?.slice(0, 2).toLowerCase()).find(isLanguage) ?? "en";
}
