/** Rows that the socket brought: kept, counted, and told apart by whether an agent should look up. */
import type { QueryClient } from "@tanstack/react-query";
import { bookIn, countsIn, putBook, putCounts } from "../api/cache.ts";
import type { Row } from "../wire.ts";
import { countsAfter, fresh, hasEnteredQueue, inView, upsert } from "./rows.ts";

export interface News {
  /** Conversations that have just begun to wait. */
  readonly arrived: readonly Row[];
  /** The agent's own conversations in which something was said. */
  readonly stirred: readonly Row[];
  /** A row was never seen before: only the server can count now. */
  readonly recount: boolean;
}

export function takeRows(cache: QueryClient, incoming: readonly Row[], agentId: string): News {
  const book = bookIn(cache);
  const rows = fresh(book, incoming);
  const counts = countsIn(cache);
  if (counts !== undefined) {
    putCounts(
      cache,
      rows.reduce((sum, row) => (book.has(row.id) ? countsAfter(sum, book.get(row.id), row, agentId) : sum), counts),
    );
  }
  putBook(cache, upsert(book, rows));
  return {
    arrived: rows.filter((row) => hasEnteredQueue(book.get(row.id), row)),
    stirred: rows.filter((row) => hasStirred(book.get(row.id), row, agentId)),
    recount: rows.some((row) => !book.has(row.id)),
  };
}

function hasStirred(before: Row | undefined, after: Row, agentId: string): boolean {
  return before !== undefined && inView(before, "mine", agentId) && inView(after, "mine", agentId) && after.last_seq > before.last_seq;
}
