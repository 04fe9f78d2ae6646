/** The one cache of server state, and typed ways into it. */
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { type Book, countsAfter, EMPTY_BOOK, fresh, upsert, type Viewer } from "../live/rows.ts";
import { leaveIfSignedOut } from "../session/leave.ts";
import type { Agent, Row, ViewsAnswer } from "../wire.ts";
import { DeskRefusal } from "./http.ts";
import { keys } from "./keys.ts";

const MOST_RETRIES = 3;

/** Asking again helps against trouble that passes, never against a no. */
function worthRetrying(failures: number, error: Error): boolean {
  const passing = !(error instanceof DeskRefusal) || error.passing;
  return passing && failures < MOST_RETRIES;
}

export function createCache(): QueryClient {
  const onError = (error: unknown): void => {
    leaveIfSignedOut(cache, error);
  };
  const cache = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        retry: worthRetrying,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
  return cache;
}

export function bookIn(cache: QueryClient): Book {
  return cache.getQueryData<Book>(keys.book) ?? EMPTY_BOOK;
}

export function putBook(cache: QueryClient, book: Book): void {
  cache.setQueryData<Book>(keys.book, book);
}

export function viewsIn(cache: QueryClient): ViewsAnswer | undefined {
  return cache.getQueryData<ViewsAnswer>(keys.views);
}

export function putViews(cache: QueryClient, views: ViewsAnswer): void {
  cache.setQueryData<ViewsAnswer>(keys.views, views);
}

/** Newer rows replace those at hand; of a row that was at hand it is known how the numbers change. */
export function putRows(
  cache: QueryClient,
  incoming: readonly Row[],
  who: Viewer | undefined = cache.getQueryData<Agent>(keys.me),
): void {
  const book = bookIn(cache);
  const rows = fresh(book, incoming);
  const views = viewsIn(cache);
  if (views !== undefined && who !== undefined) {
    const known = rows.filter((row) => book.has(row.id));
    putViews(cache, known.reduce((sum, row) => countsAfter(sum, book.get(row.id), row, who), views));
  }
  putBook(cache, upsert(book, rows));
}
