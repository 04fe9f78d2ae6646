import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { keys } from "../api/keys.ts";
import { useBook } from "../inbox/useInbox.ts";
import { useDesk } from "../live/DeskContext.tsx";
import type { Row } from "../wire.ts";
import { type Detail, fetchDetail } from "./detail.ts";

export interface OpenConversation {
  readonly detail: Detail | undefined;
  /** The latest that anybody said about its state. */
  readonly row: Row | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** A conversation that is before the agent: loaded once, then watched. */
export function useDetail(id: string): OpenConversation {
  const cache = useQueryClient();
  const desk = useDesk();
  const book = useBook();
  const { data, error, refetch } = useQuery<Detail>({
    queryKey: keys.detail(id),
    queryFn: () => fetchDetail(cache, id),
    structuralSharing: false,
    refetchOnMount: "always",
  });
  const loaded = data !== undefined;
  useEffect(() => (loaded ? desk.watch(id) : undefined), [desk, id, loaded]);
  const last = data?.log.last ?? 0;
  useEffect(() => {
    const mark = (): void => {
      if (last > 0 && document.visibilityState === "visible") desk.seen.mark(id, last);
    };
    mark();
    document.addEventListener("visibilitychange", mark);
    return () => {
      document.removeEventListener("visibilitychange", mark);
    };
  }, [desk, id, last]);
  return { detail: data, row: book.get(id) ?? data?.row, error, retry: () => void refetch() };
}
