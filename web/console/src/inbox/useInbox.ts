import { skipToken, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { api } from "../api/agent.ts";
import { keys } from "../api/keys.ts";
import { type Book, EMPTY_BOOK, type Looked, rowsOf, type Viewer } from "../live/rows.ts";
import type { Counts, Row, View, ViewsAnswer } from "../wire.ts";
import { NO_FILTERS } from "./filters.ts";
import { fetchPage, forgetDeparted, type Page, reached } from "./lists.ts";

export interface InboxList {
  readonly rows: readonly Row[];
  readonly state: "loading" | "failed" | "ready";
  readonly hasMore: boolean;
  readonly moreFailed: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

const NO_PAGES: readonly Page[] = [];

export function useBook(): Book {
  return useQuery<Book>({ queryKey: keys.book, queryFn: skipToken, structuralSharing: false }).data ?? EMPTY_BOOK;
}

/** All there is to look at, with numbers; kept up by the socket. */
export function useViews(): ViewsAnswer | undefined {
  return useQuery<ViewsAnswer>({ queryKey: keys.views, queryFn: api.views }).data;
}

export function useCounts(): Counts | undefined {
  return useViews()?.counts;
}

/** A whole view, as it is for everybody who has none of its filters. */
export function whole(view: View): Looked {
  return { view, filters: NO_FILTERS };
}

function usePages(looked: Looked, who: Viewer) {
  const cache = useQueryClient();
  const pages = useInfiniteQuery({
    queryKey: keys.list(looked),
    queryFn: ({ pageParam }) => fetchPage(cache, looked, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    structuralSharing: false,
  });
  const { data, hasNextPage, isFetching } = pages;
  useEffect(() => {
    if (data !== undefined && !hasNextPage && !isFetching) forgetDeparted(cache, looked, who, data.pages);
  }, [cache, looked, who, data, hasNextPage, isFetching]);
  return pages;
}

export function useInbox(looked: Looked, who: Viewer): InboxList {
  const book = useBook();
  const pages = usePages(looked, who);
  const loaded = pages.data?.pages ?? NO_PAGES;
  const rows = useMemo(() => {
    const all = rowsOf(book, looked, who);
    return loaded.length === 0 ? all : reached(all, loaded);
  }, [book, looked, who, loaded]);
  const failed = pages.isError && pages.data === undefined;
  return {
    rows,
    state: failed ? "failed" : pages.isPending && rows.length === 0 ? "loading" : "ready",
    hasMore: pages.hasNextPage,
    moreFailed: pages.isFetchNextPageError,
    loadMore: () => {
      if (pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage();
    },
    retry: () => void pages.refetch(),
  };
}
