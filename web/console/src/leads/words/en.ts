import { forms } from "./en/forms.ts";
import { routing } from "./en/routing.ts";
import { wallboard } from "./en/wallboard.ts";

export const en = {
  pagesLabel: "Pages of the overview",
  pages: {
    wallboard: "Wallboard",
    routing: "Dry run",
  },
  forms,
  routing,
  wallboard,
};
