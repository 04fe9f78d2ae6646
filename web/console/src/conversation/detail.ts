/** A conversation as the console holds it: the answer of the API, kept up by events. */
import type { Event } from "@lotse/sdk";
import type { QueryClient } from "@tanstack/react-query";
import { api } from "../api/agent.ts";
import { putRows } from "../api/cache.ts";
import { keys } from "../api/keys.ts";
import { hasGap, type Log, logOf, refreshed, withEvent } from "../live/log.ts";
import type { DetailAnswer, Earlier, Packet, Rating, Row } from "../wire.ts";

export interface Detail {
  readonly row: Row;
  readonly packet: Packet | null;
  readonly earlier: readonly Earlier[];
  readonly log: Log;
  readonly rating: Rating | null;
}

export function detailOf(answer: DetailAnswer, known: Detail | undefined): Detail {
  const { row, packet, earlier, events, rating } = answer;
  return { row, packet, earlier, rating, log: refreshed(known?.log, logOf(events)) };
}

export async function fetchDetail(cache: QueryClient, id: string): Promise<Detail> {
  const answer = await api.detail(id);
  putRows(cache, [answer.row]);
  return detailOf(answer, cache.getQueryData<Detail>(keys.detail(id)));
}

export function withNews(detail: Detail, event: Event): Detail {
  const log = withEvent(detail.log, event);
  if (log === detail.log) return detail;
  const packet = event.type === "human_asked" && event.packet !== undefined ? (event.packet as Packet) : detail.packet;
  return { ...detail, log, packet };
}

/** Takes an event in; a gap makes the whole conversation be fetched. */
export function takeEvent(cache: QueryClient, event: Event): void {
  const key = keys.detail(event.conversation);
  const known = cache.getQueryData<Detail>(key);
  if (known === undefined) return;
  const next = withNews(known, event);
  cache.setQueryData<Detail>(key, next);
  if (hasGap(next.log)) void cache.invalidateQueries({ queryKey: key });
}
