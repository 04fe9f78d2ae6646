import type { LeadsWords } from "./words.ts";
import { articles } from "./de/articles.ts";
import { changes } from "./de/changes.ts";
import { hours } from "./de/hours.ts";
import { members } from "./de/members.ts";
import { notice } from "./de/notice.ts";
import { forms } from "./de/forms.ts";
import { roles } from "./de/roles.ts";
import { routing } from "./de/routing.ts";
import { wallboard } from "./de/wallboard.ts";

export const de: LeadsWords = {
  pagesLabel: "Seiten des Leitstands",
  pages: {
    wallboard: "Wallboard",
    routing: "Probelauf",
    notice: "Krisenhinweis",
    articles: "Artikel",
    members: "Team",
    hours: "Zeiten",
    roles: "Rollen",
    changes: "Änderungen",
  },
  articles,
  changes,
  forms,
  hours,
  members,
  notice,
  roles,
  routing,
  wallboard,
};
