import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { bookIn, putBook, putRows, putViews, viewsIn } from "../src/api/cache.ts";
import { keys } from "../src/api/keys.ts";
import { EMPTY_BOOK, upsert } from "../src/live/rows.ts";
import { takeRows } from "../src/live/news.ts";
import type { Row } from "../src/wire.ts";
import { row } from "./sample.ts";

const ME = { id: "me", teams: [] };
const mine = { state: "agent", owner: { id: ME.id, name: "Amira" } } as const;

function knowing(...rows: Row[]): QueryClient {
  const cache = new QueryClient();
  putBook(cache, upsert(EMPTY_BOOK, rows));
  const counts = { queue: 1, mine: 1, team: 0, at_risk: 0, snoozed: 0, followed: 0, bot: 1 };
  putViews(cache, { counts, teams: [], saved: [] });
  return cache;
}

describe("rows from the socket", () => {
  it("tell of an arrival in the queue once", () => {
    const cache = knowing(row({ state: "bot" }));

    const first = takeRows(cache, [row({ last_seq: 5 })], ME);
    const second = takeRows(cache, [row({ last_seq: 6 })], ME);

    expect(first.arrived.map((it) => it.id)).toEqual(["r1"]);
    expect(second.arrived).toEqual([]);
    expect(viewsIn(cache)?.counts).toMatchObject({ queue: 2, mine: 1, followed: 0, bot: 0 });
  });

  it("ask for a recount only when a row was never seen before", () => {
    const cache = knowing(row({}));

    expect(takeRows(cache, [row({ last_seq: 4 })], ME).recount).toBe(false);
    expect(takeRows(cache, [row({ id: "unknown" })], ME).recount).toBe(true);
    expect(bookIn(cache).size).toBe(2);
  });

  it("tell when something is said in a conversation of the agent, not in one of others", () => {
    const cache = knowing(row(mine), row({ id: "r2", state: "agent", owner: { id: "other", name: "Jonas" } }));

    const { stirred } = takeRows(
      cache,
      [row({ ...mine, last_seq: 4 }), row({ id: "r2", state: "agent", owner: { id: "other", name: "Jonas" }, last_seq: 4 })],
      ME,
    );

    expect(stirred.map((it) => it.id)).toEqual(["r1"]);
  });

  it("are no news when they are older than what is known", () => {
    const cache = knowing(row({ ...mine, last_seq: 9 }));

    expect(takeRows(cache, [row({ last_seq: 4 })], ME)).toEqual({ arrived: [], stirred: [], recount: false });
  });

  it("count what the agent did themselves once, when it was answered", () => {
    const cache = knowing(row({ state: "queued" }));
    cache.setQueryData(keys.me, ME);
    const taken = row({ ...mine, last_seq: 5 });

    putRows(cache, [taken]);
    takeRows(cache, [taken], ME);

    expect(viewsIn(cache)?.counts).toMatchObject({ queue: 0, mine: 2 });
  });
});
