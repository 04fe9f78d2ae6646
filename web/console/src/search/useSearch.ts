import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { putRows } from "../api/cache.ts";
import { queryOf } from "../inbox/filters.ts";
import type { Hit } from "../inbox/wire.ts";
import type { Filters, Row } from "../wire.ts";
import { search } from "./api.ts";

export interface Search {
  readonly named: readonly Row[];
  readonly hits: readonly Hit[];
  readonly state: "nothing" | "loading" | "failed" | "ready";
  readonly hasMore: boolean;
  readonly loadMore: () => void;
}

const AFTER_MS = 250;

/** A value once it has been left alone for a moment. */
function useSettled(value: string): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      settle(value);
    }, AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [value]);
  return settled;
}

export function useSearch(typed: string, filters: Filters): Search {
  const cache = useQueryClient();
  const words = useSettled(typed.trim());
  const found = useInfiniteQuery({
    queryKey: ["search", words, queryOf(filters)],
    queryFn: async ({ pageParam }) => {
      const page = await search(words, filters, pageParam);
      putRows(cache, [...page.named, ...page.hits.map(({ row }) => row)]);
      return page;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: words !== "",
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 60_000,
  });
  const pages = found.data?.pages ?? [];
  const asked = found.isError ? "failed" : found.isPending ? "loading" : "ready";
  return {
    named: pages[0]?.named ?? [],
    hits: pages.flatMap((page) => page.hits),
    state: words === "" ? "nothing" : asked,
    hasMore: found.hasNextPage,
    loadMore: () => void found.fetchNextPage(),
  };
}
