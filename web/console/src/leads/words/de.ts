import type { LeadsWords } from "./words.ts";
import { forms } from "./de/forms.ts";
import { routing } from "./de/routing.ts";
import { wallboard } from "./de/wallboard.ts";

export const de: LeadsWords = {
  pagesLabel: "Seiten des Leitstands",
  pages: {
    wallboard: "Wallboard",
    routing: "Probelauf",
  },
  forms,
  routing,
  wallboard,
};
