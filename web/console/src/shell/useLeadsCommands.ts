/** The pages of those who oversee, from the keyboard and the command bar. */
import { useCommand } from "../keyboard/registry.ts";
import { type LeadsPage, leadsPath, pagesFor } from "../leads/pages.ts";
import type { Agent } from "../wire.ts";
import { goTo } from "./route.ts";

export function useLeadsCommands(agent: Agent): void {
  const open = pagesFor(agent);
  const to = (page: LeadsPage): (() => void) | null =>
    open.includes(page)
      ? () => {
          goTo(leadsPath(page));
        }
      : null;
  useCommand("wallboard", to("wallboard"));
  useCommand("tryRouting", to("routing"));
  useCommand("notice", to("notice"));
  useCommand("usefulness", to("articles"));
  useCommand("members", to("members"));
  useCommand("hours", to("hours"));
  useCommand("roles", to("roles"));
  useCommand("changes", to("changes"));
}
