import { describe, expect, it } from "vitest";
import { departed } from "../src/inbox/lists.ts";
import { neighbour } from "../src/inbox/useCursor.ts";
import { ServerClock } from "../src/live/clock.ts";
import { EMPTY_BOOK, upsert } from "../src/live/rows.ts";
import { isUnread } from "../src/live/seen.ts";
import { parseRoute, pathOf } from "../src/shell/route.ts";
import { row } from "./sample.ts";

describe("a complete list after a time without connection", () => {
  const book = upsert(EMPTY_BOOK, [row({ id: "gone" }), row({ id: "here" }), row({ id: "bot", state: "bot" })]);
  const page = { ids: ["here"], before: null, known: book };

  it("shows who has left the view meanwhile", () => {
    expect(departed(book, "queue", "me", [page]).map((it) => it.id)).toEqual(["gone"]);
  });

  it("does not speak of rows that were heard of after it was asked for", () => {
    const later = upsert(book, [row({ id: "late" }), row({ id: "gone", last_seq: 9 })]);

    expect(departed(later, "queue", "me", [page])).toEqual([]);
  });
});

describe("the cursor", () => {
  const rows = ["a", "b", "c"].map((id) => row({ id }));

  it("moves with j and k and stops at the ends", () => {
    expect(neighbour(rows, "a", 1)).toBe("b");
    expect(neighbour(rows, "c", 1)).toBe("c");
    expect(neighbour(rows, "a", -1)).toBe("a");
  });

  it("begins at the first row", () => {
    expect(neighbour(rows, null, 1)).toBe("a");
    expect(neighbour([], null, 1)).toBeNull();
  });
});

describe("an address", () => {
  it("names the view and the open conversation", () => {
    expect(parseRoute("/console/mine/r1")).toEqual({ view: "mine", conversation: "r1" });
    expect(parseRoute("/console/bot")).toEqual({ view: "bot", conversation: null });
    expect(pathOf({ view: "all", conversation: "r1" })).toBe("/console/all/r1");
  });

  it("that nobody knows leads to the queue", () => {
    expect(parseRoute("/console/")).toEqual({ view: "queue", conversation: null });
    expect(parseRoute("/console/treasure")).toEqual({ view: "queue", conversation: null });
  });
});

describe("an unread mark", () => {
  const mine = row({ state: "agent", owner: { id: "me", name: "Amira" }, last_seq: 5 });

  it("is on what changed since the agent read it", () => {
    expect(isUnread(mine, { r1: 4 })).toBe(true);
    expect(isUnread(mine, { r1: 5 })).toBe(false);
    expect(isUnread(mine, {})).toBe(false);
    expect(isUnread({ ...mine, state: "closed" }, { r1: 4 })).toBe(false);
  });
});

describe("the server's clock", () => {
  it("is followed when it is ahead of this computer's", () => {
    const clock = new ServerClock(() => Date.parse("2026-11-24T08:00:00Z"));

    clock.heardOf("2026-11-24T09:00:00Z");
    clock.heardOf("2026-11-24T08:30:00Z");

    expect(new Date(clock.now()).toISOString()).toBe("2026-11-24T09:00:00.000Z");
  });

  it("is this computer's when nothing speaks against it", () => {
    const clock = new ServerClock(() => 1_000_000);

    clock.heardOf(new Date(1_002_000).toISOString());

    expect(clock.now()).toBe(1_000_000);
  });
});
