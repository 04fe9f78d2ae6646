/** Rows of the inbox: kept by id, shown by view. */
import type { CountedView, Counts, Priority, Row, View } from "../wire.ts";

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

const IN_VIEW: Readonly<Record<View, (row: Row, agentId: string) => boolean>> = {
  queue: waits,
  mine: (row, agentId) => isMine(row, agentId) || hasPutOff(row, agentId),
  followed: (row, agentId) => row.followers.includes(agentId) && row.state !== "closed",
  bot: (row) => row.state === "bot",
  closed: (row) => row.state === "closed",
  all: () => true,
};

export function inView(row: Row, view: View, agentId: string): boolean {
  return IN_VIEW[view](row, agentId);
}

function rankOf({ rank, priority }: Row): number {
  return rank ?? RANK[priority ?? "rest"];
}

function orderOf(row: Row): string {
  return dueOf(row) ?? row.waiting_since ?? row.updated_at;
}

function byWaiting(a: Row, b: Row): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  return orderOf(a).localeCompare(orderOf(b)) || a.id.localeCompare(b.id);
}

function byNews(a: Row, b: Row): number {
  return b.updated_at.localeCompare(a.updated_at) || a.id.localeCompare(b.id);
}

/** The queue goes by class and by what is due, all else by the latest news. */
export function rowsOf(book: Book, view: View, agentId: string): Row[] {
  const rows = [...book.values()].filter((row) => inView(row, view, agentId));
  return rows.sort(view === "queue" ? byWaiting : byNews);
}

const COUNTED: readonly CountedView[] = ["queue", "mine", "followed", "bot"];

/** Counters after one row changed. */
export function countsAfter(counts: Counts, before: Row | undefined, after: Row, agentId: string): Counts {
  const next = { ...counts };
  for (const view of COUNTED) {
    const was = before !== undefined && inView(before, view, agentId);
    const is = inView(after, view, agentId);
    next[view] = Math.max(0, next[view] + Number(is) - Number(was));
  }
  return next;
}

/** Whether a row that just arrived has entered the queue by this change. */
export function hasEnteredQueue(before: Row | undefined, after: Row): boolean {
  return waits(after) && (before === undefined || !waits(before));
}
