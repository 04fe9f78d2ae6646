/** Rows that the socket brought: kept, counted, and told apart by whether an agent should look up. */
import type { QueryClient } from "@tanstack/react-query";
import { bookIn, putRows } from "../api/cache.ts";
import type { Row } from "../wire.ts";
import { fresh, hasEnteredQueue, inView, type Viewer } from "./rows.ts";

export interface News {
  /** Conversations that have just begun to wait. */
  readonly arrived: readonly Row[];
  /** The agent's own conversations in which something was said. */
  readonly stirred: readonly Row[];
  /** A row was never seen before: only the server can count now. */
  readonly recount: boolean;
}

export function takeRows(cache: QueryClient, incoming: readonly Row[], who: Viewer): News {
  const book = bookIn(cache);
  const rows = fresh(book, incoming);
  putRows(cache, rows, who);
  return {
    arrived: rows.filter((row) => hasEnteredQueue(book.get(row.id), row)),
    stirred: rows.filter((row) => hasStirred(book.get(row.id), row, who)),
    recount: rows.some((row) => !book.has(row.id)),
  };
}

function hasStirred(before: Row | undefined, after: Row, who: Viewer): boolean {
  return before !== undefined && inView(before, "mine", who) && inView(after, "mine", who) && after.last_seq > before.last_seq;
}
