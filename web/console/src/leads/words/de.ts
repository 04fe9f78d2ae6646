import type { LeadsWords } from "./words.ts";
import { wallboard } from "./de/wallboard.ts";

export const de: LeadsWords = {
  pagesLabel: "Seiten des Leitstands",
  pages: {
    wallboard: "Wallboard",
  },
  wallboard,
};
