/** What the menu of views offers: views without a tab, each team, and what the agent keeps. */
import type { CountedView, View, ViewsAnswer } from "../wire.ts";
import type { Words } from "../words/words.ts";
import { NO_FILTERS, queryOf } from "./filters.ts";

export interface Entry {
  readonly key: string;
  readonly name: string;
  readonly view: View;
  readonly filters: string;
  /** Null where nobody counts. */
  readonly count: number | null;
}

export interface Entries {
  readonly key: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

const OTHERS: readonly View[] = ["snoozed", "followed", "bot", "closed", "all"];

export function entriesOf(known: ViewsAnswer | undefined, words: Words["shell"]["views"]): Entries[] {
  const others = OTHERS.map((view) => ({
    key: view,
    name: words[view],
    view,
    filters: "",
    count: known?.counts[view as CountedView] ?? null,
  }));
  const teams = (known?.teams ?? []).map(({ team, count }) => ({
    key: `team ${team}`,
    name: team,
    view: "team" as const,
    filters: queryOf({ ...NO_FILTERS, team }),
    count,
  }));
  const saved = (known?.saved ?? []).map(({ id, name, view, filters, count }) => ({
    key: id,
    name,
    view,
    filters: queryOf(filters),
    count: view === "closed" || view === "all" ? null : count,
  }));
  const sections = [
    { key: "others", title: words.label, entries: others },
    { key: "teams", title: words.teams, entries: teams },
    { key: "saved", title: words.saved, entries: saved },
  ];
  return sections.filter(({ entries }) => entries.length > 0);
}
