/** What a list is narrowed down to, as it stands in the address and is asked of the server. */
import type { Filters, Priority, Row, RowState } from "../wire.ts";

export const NO_FILTERS: Filters = {
  state: [],
  team: null,
  language: null,
  channel: null,
  priority: null,
  tag: null,
  customer: null,
  since: null,
  until: null,
};

export type FilterName = Exclude<keyof Filters, "state">;
const NAMES: readonly FilterName[] = ["team", "language", "channel", "priority", "tag", "customer", "since", "until"];

/** In one order, so that the same filters are the same text. */
export function queryOf(filters: Filters): string {
  const query = new URLSearchParams([...filters.state].sort().map((state) => ["state", state]));
  for (const name of NAMES) {
    const value = filters[name];
    if (value !== null) query.set(name, value);
  }
  return query.toString();
}

export function filtersOf(text: string): Filters {
  const query = new URLSearchParams(text);
  return {
    state: query.getAll("state") as RowState[],
    team: query.get("team"),
    language: query.get("language"),
    channel: query.get("channel"),
    priority: query.get("priority") as Priority | null,
    tag: query.get("tag"),
    customer: query.get("customer"),
    since: query.get("since"),
    until: query.get("until"),
  };
}

export function isNarrowed(filters: Filters): boolean {
  return queryOf(filters) !== "";
}

function changedWithin(row: Row, { since, until }: Filters): boolean {
  const changed = Date.parse(row.updated_at);
  return (since === null || changed >= Date.parse(since)) && (until === null || changed < Date.parse(until));
}

/** The server's answer to the same question; times are compared as times, whatever their zone. */
export function passes(row: Row, filters: Filters): boolean {
  const { state, tag } = filters;
  const wanted = [
    [filters.team, row.team],
    [filters.language, row.language],
    [filters.channel, row.channel],
    [filters.priority, row.priority],
    [filters.customer, row.customer.id],
  ] as const;
  return (
    (state.length === 0 || state.includes(row.state)) &&
    wanted.every(([name, has]) => name === null || name === has) &&
    (tag === null || row.tags.includes(tag)) &&
    changedWithin(row, filters)
  );
}

/** What is sought stands in the address beside the filters; null where nothing is. */
export function wordsOf(text: string): string | null {
  return new URLSearchParams(text).get("q");
}

export function withWords(filters: Filters, words: string | null): string {
  const query = new URLSearchParams(queryOf(filters));
  if (words !== null) query.set("q", words);
  return query.toString();
}
