/** Pages of a list as the API gives them, and what they prove about the rows already known. */
import type { QueryClient } from "@tanstack/react-query";
import { api } from "../api/agent.ts";
import { bookIn, putBook } from "../api/cache.ts";
import { clock } from "../live/clock.ts";
import { type Book, isIn, type Looked, upsert, type Viewer } from "../live/rows.ts";
import type { Row } from "../wire.ts";

export interface Page {
  readonly ids: readonly string[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
  /** What was known when the page was asked for. */
  readonly known: Book;
}

export async function fetchPage(cache: QueryClient, looked: Looked, cursor: string | null): Promise<Page> {
  const known = bookIn(cache);
  const { rows, next } = await api.rows(looked, cursor);
  for (const row of rows) clock.heardOf(row.updated_at);
  putBook(cache, upsert(bookIn(cache), rows));
  return { ids: rows.map((row) => row.id), next, known };
}

/** Rows of a list that its complete pages no longer name, and of which nothing was heard since it was asked for. */
export function departed(book: Book, looked: Looked, who: Viewer, pages: readonly Page[]): Row[] {
  const known = pages[0]?.known;
  const listed = new Set(pages.flatMap((page) => page.ids));
  return [...book.values()].filter(
    (row) => isIn(row, looked, who) && !listed.has(row.id) && known?.get(row.id) === row,
  );
}

/** Rows in order, up to where the pages reach: what other lists know of later ones would leave a gap before them. */
export function reached(rows: readonly Row[], pages: readonly Page[]): readonly Row[] {
  if (pages.at(-1)?.next === null) return rows;
  const listed = new Set(pages.flatMap((page) => page.ids));
  return rows.slice(0, rows.findLastIndex((row) => listed.has(row.id)) + 1);
}

/** After a time without connection nobody told us who left: the complete list does. */
export function forgetDeparted(cache: QueryClient, looked: Looked, who: Viewer, pages: readonly Page[]): void {
  const book = bookIn(cache);
  const gone = departed(book, looked, who, pages);
  if (gone.length === 0) return;
  const next = new Map(book);
  for (const row of gone) next.delete(row.id);
  putBook(cache, next);
}
