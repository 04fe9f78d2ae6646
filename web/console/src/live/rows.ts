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

export function inView(row: Row, view: View, agentId: string): boolean {
  switch (view) {
    case "queue":
      return row.state === "queued";
    case "mine":
      return row.state === "agent" && row.owner?.id === agentId;
    case "bot":
      return row.state === "bot";
    case "closed":
      return row.state === "closed";
    case "all":
      return true;
  }
}

function byWaiting(a: Row, b: Row): number {
  const rank = RANK[a.priority ?? "rest"] - RANK[b.priority ?? "rest"];
  if (rank !== 0) return rank;
  return (a.waiting_since ?? a.updated_at).localeCompare(b.waiting_since ?? b.updated_at);
}

function byNews(a: Row, b: Row): number {
  return b.updated_at.localeCompare(a.updated_at) || a.id.localeCompare(b.id);
}

/** The queue goes by class and waiting time, all else by the latest news. */
export function rowsOf(book: Book, view: View, agentId: string): Row[] {
  const rows = [...book.values()].filter((row) => inView(row, view, agentId));
  return rows.sort(view === "queue" ? byWaiting : byNews);
}

const COUNTED: readonly CountedView[] = ["queue", "mine", "bot"];

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
  return after.state === "queued" && before?.state !== "queued";
}
