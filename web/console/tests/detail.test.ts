import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { keys } from "../src/api/keys.ts";
import { type Detail, takeEvent } from "../src/conversation/detail.ts";
import { logOf } from "../src/live/log.ts";
import { PACKET, ROW, said } from "./sample.ts";

function opened(): QueryClient {
  const cache = new QueryClient();
  const detail: Detail = { row: ROW, packet: null, earlier: [], rating: null, log: logOf([said(1), said(2)]) };
  cache.setQueryData(keys.detail("r1"), detail);
  return cache;
}
const inCache = (cache: QueryClient): Detail | undefined => cache.getQueryData<Detail>(keys.detail("r1"));

describe("an event of an open conversation", () => {
  it("is taken in without fetching when it is the next", () => {
    const cache = opened();
    const fetching = vi.spyOn(cache, "invalidateQueries");

    takeEvent(cache, said(3));

    expect(inCache(cache)?.log.last).toBe(3);
    expect(fetching).not.toHaveBeenCalled();
  });

  it("makes the conversation be fetched when there is a gap before it", () => {
    const cache = opened();
    const fetching = vi.spyOn(cache, "invalidateQueries");

    takeEvent(cache, said(4));

    expect(fetching).toHaveBeenCalledWith({ queryKey: keys.detail("r1") });
  });

  it("brings the packet when a person is asked for", () => {
    const cache = opened();
    const head = { conversation: "r1", seq: 3, at: "2026-11-24T08:00:00Z", origin: "system" } as const;

    takeEvent(cache, { ...head, type: "human_asked", reason: "rule", rule: null, case_number: "L-1", packet: PACKET });

    expect(inCache(cache)?.packet).toEqual(PACKET);
  });

  it("is nothing to a conversation that is not open", () => {
    const cache = new QueryClient();

    takeEvent(cache, said(1));

    expect(inCache(cache)).toBeUndefined();
  });
});
