/** Pages of a view as the API gives them, and what they prove about the rows already known. */
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
  /** What was known when the page was asked for. */
  readonly known: Book;
}

export async function fetchPage(cache: QueryClient, view: View, before: string | null): Promise<Page> {
  const known = bookIn(cache);
  const { rows, counts } = await api.rows(view, before);
  for (const row of rows) clock.heardOf(row.updated_at);
  putBook(cache, upsert(bookIn(cache), rows));
  putCounts(cache, counts);
  const last = view === "queue" || rows.length < api.pageSize(view) ? undefined : rows.at(-1);
  return { ids: rows.map((row) => row.id), before: last?.updated_at ?? null, known };
}

/** Rows of a view that its complete list no longer names, and of which nothing was heard since it was asked for. */
export function departed(book: Book, view: View, agentId: string, pages: readonly Page[]): Row[] {
  const known = pages[0]?.known;
  const listed = new Set(pages.flatMap((page) => page.ids));
  return [...book.values()].filter(
    (row) => inView(row, view, agentId) && !listed.has(row.id) && known?.get(row.id) === row,
  );
}

/** After a time without connection nobody told us who left: the complete list does. */
export function forgetDeparted(cache: QueryClient, view: View, agentId: string, pages: readonly Page[]): void {
  const book = bookIn(cache);
  const gone = departed(book, view, agentId, pages);
  if (gone.length === 0) return;
  const next = new Map(book);
  for (const row of gone) next.delete(row.id);
  putBook(cache, next);
}
