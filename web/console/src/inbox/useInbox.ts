import { skipToken, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { keys } from "../api/keys.ts";
import { type Book, EMPTY_BOOK, rowsOf } from "../live/rows.ts";
import type { Counts, Row, View } from "../wire.ts";
import { fetchPage, forgetDeparted } from "./lists.ts";

export interface InboxList {
  readonly rows: readonly Row[];
  readonly state: "loading" | "failed" | "ready";
  readonly hasMore: boolean;
  readonly moreFailed: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

export function useBook(): Book {
  return useQuery<Book>({ queryKey: keys.book, queryFn: skipToken, structuralSharing: false }).data ?? EMPTY_BOOK;
}

export function useCounts(): Counts | undefined {
  return useQuery<Counts>({ queryKey: keys.counts, queryFn: skipToken }).data;
}

function usePages(view: View, agentId: string) {
  const cache = useQueryClient();
  const pages = useInfiniteQuery({
    queryKey: keys.list(view),
    queryFn: ({ pageParam }) => fetchPage(cache, view, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.before,
    structuralSharing: false,
  });
  const { data, hasNextPage, isFetching } = pages;
  useEffect(() => {
    if (data !== undefined && !hasNextPage && !isFetching) forgetDeparted(cache, view, agentId, data.pages);
  }, [cache, view, agentId, data, hasNextPage, isFetching]);
  return pages;
}

export function useInbox(view: View, agentId: string): InboxList {
  const book = useBook();
  const pages = usePages(view, agentId);
  const rows = useMemo(() => rowsOf(book, view, agentId), [book, view, agentId]);
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
