/** The one cache of server state, and typed ways into it. */
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { type Book, EMPTY_BOOK, upsert } from "../live/rows.ts";
import { leaveIfSignedOut } from "../session/leave.ts";
import type { Row, ViewsAnswer } from "../wire.ts";
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

export function putRows(cache: QueryClient, rows: readonly Row[]): void {
  putBook(cache, upsert(bookIn(cache), rows));
}

export function viewsIn(cache: QueryClient): ViewsAnswer | undefined {
  return cache.getQueryData<ViewsAnswer>(keys.views);
}

export function putViews(cache: QueryClient, views: ViewsAnswer): void {
  cache.setQueryData<ViewsAnswer>(keys.views, views);
}
