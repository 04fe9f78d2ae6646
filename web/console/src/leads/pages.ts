/** The pages of those who oversee, and who may open each; the server guards what is on them. */
import type { Agent } from "../wire.ts";

export type LeadsPage = "wallboard" | "routing" | "notice" | "articles" | "members" | "hours" | "roles" | "changes";

const PAGES: Readonly<Record<LeadsPage, readonly string[]>> = {
  wallboard: ["lead", "admin", "auditor"],
  routing: ["lead", "admin"],
  notice: ["lead", "admin", "auditor"],
  articles: ["lead", "admin", "auditor"],
  members: ["lead", "admin", "auditor"],
  hours: ["lead", "admin", "auditor"],
  roles: ["lead", "admin", "auditor"],
  changes: ["lead", "admin", "auditor"],
};
const BASE = "/console/leads/";

export function pagesFor({ role }: Pick<Agent, "role">): readonly LeadsPage[] {
  return (Object.keys(PAGES) as LeadsPage[]).filter((page) => PAGES[page].includes(role));
}

export function leadsPath(page: LeadsPage): string {
  return `${BASE}${page}`;
}

/** The page that an address means, if this agent may open it; the first one for an address without a page. */
export function leadsPageAt(path: string, agent: Pick<Agent, "role">): LeadsPage | null {
  if (!`${path}/`.startsWith(BASE)) return null;
  const open = pagesFor(agent);
  const [name] = path.slice(BASE.length).split("/");
  return open.find((page) => page === name) ?? open[0] ?? null;
}
