/** Rows of the inbox: kept by id, shown by view. */
import { passes } from "../inbox/filters.ts";
import type { CountedView, Counts, Filters, Priority, Row, View, ViewsAnswer } from "../wire.ts";
import { clock } from "./clock.ts";

export type Book = ReadonlyMap<string, Row>;
export const EMPTY_BOOK: Book = new Map();

const RANK: Record<Priority, number> = { security: 0, stuck: 1, rest: 2 };

/** An answer that was overtaken by the socket must not turn a row back. */
function isOlder(incoming: Row, known: Row): boolean {
  if (incoming.last_seq !== known.last_seq) return incoming.last_seq < known.last_seq;
  if (incoming.epoch !== known.epoch) return incoming.epoch < known.epoch;
  return incoming.updated_at < known.updated_at;
}

/** The rows of `incoming` that tell something new. */
export function fresh(book: Book, incoming: readonly Row[]): Row[] {
  return incoming.filter((row) => {
    const known = book.get(row.id);
    return known === undefined || !isOlder(row, known);
  });
}

export function upsert(book: Book, incoming: readonly Row[]): Book {
  const rows = fresh(book, incoming);
  if (rows.length === 0) return book;
  const next = new Map(book);
  for (const row of rows) next.set(row.id, row);
  return next;
}

/** In the queue, whether or not somebody is being asked. */
export function waits(row: Row): boolean {
  return row.state === "queued" || row.state === "offered";
}

export function isMine(row: Row, agentId: string): boolean {
  return row.state === "agent" && row.owner?.id === agentId;
}

function hasPutOff(row: Row, agentId: string): boolean {
  return row.state === "snoozed" && row.last_agent?.id === agentId;
}

/** What is owed first: an answer before an end. */
export function dueOf({ due }: Row): string | null {
  return due.first_response ?? due.next_response ?? due.resolution;
}

/** Whose views they are. */
export interface Viewer {
  readonly id: string;
  readonly teams: readonly string[];
}

/** What an agent looks at: a view, narrowed down. */
export interface Looked {
  readonly view: View;
  readonly filters: Filters;
}

/** As the server has it: a promise is at risk this long before it is broken. */
const AT_RISK_MS = 600_000;
const WITH_PEOPLE: ReadonlySet<string> = new Set(["queued", "offered", "agent", "snoozed"]);

/** The first of all that is owed. */
function owedBy({ due }: Row): string | null {
  const owed = [due.first_response, due.next_response, due.resolution].filter((it) => it !== null);
  return owed.length === 0 ? null : owed.reduce((first, it) => (it < first ? it : first));
}

function isAtRisk(row: Row): boolean {
  const owed = row.state === "agent" || waits(row) ? owedBy(row) : null;
  return owed !== null && Date.parse(owed) - clock.now() <= AT_RISK_MS;
}

const IN_VIEW: Readonly<Record<View, (row: Row, who: Viewer) => boolean>> = {
  queue: waits,
  mine: (row, { id }) => isMine(row, id) || hasPutOff(row, id),
  team: (row, { teams }) => WITH_PEOPLE.has(row.state) && row.team !== null && teams.includes(row.team),
  at_risk: isAtRisk,
  snoozed: (row) => row.state === "snoozed",
  followed: (row, { id }) => row.followers.includes(id) && row.state !== "closed",
  bot: (row) => row.state === "bot",
  closed: (row) => row.state === "closed",
  all: () => true,
};

export function inView(row: Row, view: View, who: Viewer): boolean {
  return IN_VIEW[view](row, who);
}

/** A team that is named takes the place of the agent's own. */
export function isIn(row: Row, { view, filters }: Looked, who: Viewer): boolean {
  const viewer = filters.team === null ? who : { ...who, teams: [filters.team] };
  return inView(row, view, viewer) && passes(row, filters);
}

function rankOf({ rank, priority }: Row): number {
  return rank ?? RANK[priority ?? "rest"];
}

function orderOf(row: Row): string {
  return dueOf(row) ?? row.waiting_since ?? row.updated_at;
}

type Comparison = (a: Row, b: Row) => number;

/** Times and ids are ASCII: their order is that of their characters, and ten thousand rows are sorted at once. */
const upwards = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byKey(key: (row: Row) => string): Comparison {
  return (a, b) => upwards(key(a), key(b)) || upwards(a.id, b.id);
}

const byWaiting: Comparison = (a, b) => rankOf(a) - rankOf(b) || byKey(orderOf)(a, b);
const byNews: Comparison = (a, b) => upwards(b.updated_at, a.updated_at) || upwards(b.id, a.id);
const ORDERS: Partial<Record<View, Comparison>> = {
  queue: byWaiting,
  at_risk: byKey((row) => owedBy(row) ?? ""),
  snoozed: byKey(({ snoozed_until }) => snoozed_until ?? "9999"),
};

/** Next first in the queue, due first at risk, back first when put off; all else by the latest news. */
export function rowsOf(book: Book, looked: Looked, who: Viewer): Row[] {
  const rows = [...book.values()].filter((row) => isIn(row, looked, who));
  return rows.sort(ORDERS[looked.view] ?? byNews);
}

const COUNTED: readonly CountedView[] = ["queue", "mine", "team", "at_risk", "snoozed", "followed", "bot"];

/** Numbers of rows after one row changed. */
export function countsAfter(views: ViewsAnswer, before: Row | undefined, after: Row, who: Viewer): ViewsAnswer {
  const by = (has: (row: Row) => boolean): number => Number(has(after)) - Number(before !== undefined && has(before));
  const counts: Record<CountedView, number> = { ...views.counts };
  for (const view of COUNTED) counts[view] = moved(counts[view], by((row) => inView(row, view, who)));
  const ofTeam = (team: string) => by((row) => WITH_PEOPLE.has(row.state) && row.team === team);
  return {
    counts: counts satisfies Counts,
    teams: views.teams.map(({ team, count }) => ({ team, count: moved(count, ofTeam(team)) })),
    saved: views.saved.map((kept) => ({ ...kept, count: moved(kept.count, by((row) => isIn(row, kept, who))) })),
  };
}

function moved(count: number, by: number): number {
  return Math.max(0, count + by);
}

/** Whether a row that just arrived has entered the queue by this change. */
export function hasEnteredQueue(before: Row | undefined, after: Row): boolean {
  return waits(after) && (before === undefined || !waits(before));
}
