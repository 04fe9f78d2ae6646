/** Pages of a view as the API gives them, and what a page proves about the rows already known. */
import type { QueryClient } from "@tanstack/react-query";
import { api } from "../api/agent.ts";
import { bookIn, putBook, putCounts } from "../api/cache.ts";
import { clock } from "../live/clock.ts";
import { type Book, inView, upsert } from "../live/rows.ts";
import type { Row, View } from "../wire.ts";

export interface Page {
  readonly ids: readonly string[];
  /** Where the next page begins; null at the end. */
  readonly before: string | null;
}

export async function fetchPage(cache: QueryClient, view: View, before: string | null): Promise<Page> {
  const { rows, counts } = await api.rows(view, before);
  for (const row of rows) clock.heardOf(row.updated_at);
  putBook(cache, upsert(bookIn(cache), rows));
  putCounts(cache, counts);
  const last = view === "queue" || rows.length < api.pageSize(view) ? undefined : rows.at(-1);
  return { ids: rows.map((row) => row.id), before: last?.updated_at ?? null };
}

/** Rows that the book still shows in a view although its complete list, asked for at `since`, names them no more. */
export function departed(book: Book, view: View, agentId: string, listed: ReadonlySet<string>, since: string): Row[] {
  return [...book.values()].filter((row) => inView(row, view, agentId) && !listed.has(row.id) && row.updated_at < since);
}

/** After a time without connection nobody told us who left: the complete list does. */
export function forgetDeparted(cache: QueryClient, view: View, agentId: string, pages: readonly Page[], since: string): void {
  const book = bookIn(cache);
  const listed = new Set(pages.flatMap((page) => page.ids));
  const gone = departed(book, view, agentId, listed, since);
  if (gone.length === 0) return;
  const next = new Map(book);
  for (const row of gone) next.delete(row.id);
  putBook(cache, next);
}
