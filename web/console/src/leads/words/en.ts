import { articles } from "./en/articles.ts";
import { changes } from "./en/changes.ts";
import { hours } from "./en/hours.ts";
import { members } from "./en/members.ts";
import { notice } from "./en/notice.ts";
import { forms } from "./en/forms.ts";
import { roles } from "./en/roles.ts";
import { routing } from "./en/routing.ts";
import { wallboard } from "./en/wallboard.ts";

export const en = {
  pagesLabel: "Pages of the overview",
  pages: {
    wallboard: "Wallboard",
    routing: "Dry run",
    notice: "Crisis notice",
    articles: "Articles",
    members: "Team",
    hours: "Hours",
    roles: "Roles",
    changes: "Changes",
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
