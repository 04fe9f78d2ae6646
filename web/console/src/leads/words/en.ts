import { wallboard } from "./en/wallboard.ts";

export const en = {
  pagesLabel: "Pages of the overview",
  pages: {
    wallboard: "Wallboard",
  },
  wallboard,
};
