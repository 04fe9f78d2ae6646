/** The words of the pages for those who oversee, loaded with them. */
import type { Language } from "@lotse/sdk";
import { useSettings } from "../../settings/settings.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

export type LeadsWords = typeof en;
export const LEADS_WORDS: Readonly<Record<Language, LeadsWords>> = { de, en };

export function useLeadsWords(): LeadsWords {
  return LEADS_WORDS[useSettings().language];
}
