import { describe, expect, it } from "vitest";
import { countsAfter, EMPTY_BOOK, hasEnteredQueue, inView, rowsOf, upsert } from "../src/live/rows.ts";
import { row } from "./sample.ts";

const ME = "me";
const mine = { state: "agent", owner: { id: ME, name: "Amira" } } as const;

describe("a book of rows", () => {
  it("puts a newer row in the place of the one with its id", () => {
    const book = upsert(upsert(EMPTY_BOOK, [row({ preview: "old" })]), [row({ preview: "new", last_seq: 4 })]);

    expect([...book.values()].map((it) => it.preview)).toEqual(["new"]);
  });

  it("keeps what it knows when an answer was overtaken by the socket", () => {
    const book = upsert(EMPTY_BOOK, [row({ ...mine, last_seq: 9, epoch: 2 })]);

    expect(upsert(book, [row({ last_seq: 8 })]).get("r1")?.state).toBe("agent");
    expect(upsert(book, [row({ last_seq: 9, epoch: 1 })]).get("r1")?.state).toBe("agent");
    expect(upsert(book, [row({ last_seq: 9, epoch: 2, updated_at: "2020-01-01T00:00:00Z" })])).toBe(book);
  });

  it("shows a row in the views of its state and in no other", () => {
    const views = ["queue", "mine", "bot", "closed", "all"] as const;
    const shown = (it: ReturnType<typeof row>): string[] => views.filter((view) => inView(it, view, ME));

    expect(shown(row({ state: "queued" }))).toEqual(["queue", "all"]);
    expect(shown(row(mine))).toEqual(["mine", "all"]);
    expect(shown(row({ state: "agent", owner: { id: "other", name: "Jonas" } }))).toEqual(["all"]);
    expect(shown(row({ state: "bot" }))).toEqual(["bot", "all"]);
    expect(shown(row({ state: "closed" }))).toEqual(["closed", "all"]);
  });

  it("orders the queue by class, then by who waits longest", () => {
    const book = upsert(EMPTY_BOOK, [
      row({ id: "rest, long", waiting_since: "2026-11-24T07:00:00Z" }),
      row({ id: "stuck, short", priority: "stuck", waiting_since: "2026-11-24T08:04:00Z" }),
      row({ id: "stuck, long", priority: "stuck", waiting_since: "2026-11-24T08:01:00Z" }),
      row({ id: "security", priority: "security", waiting_since: "2026-11-24T08:09:00Z" }),
    ]);

    expect(rowsOf(book, "queue", ME).map((it) => it.id)).toEqual(["security", "stuck, long", "stuck, short", "rest, long"]);
  });

  it("orders the other views by the latest news", () => {
    const book = upsert(EMPTY_BOOK, [
      row({ ...mine, id: "old", updated_at: "2026-11-24T08:00:00Z" }),
      row({ ...mine, id: "new", updated_at: "2026-11-24T08:30:00Z" }),
    ]);

    expect(rowsOf(book, "mine", ME).map((it) => it.id)).toEqual(["new", "old"]);
  });
});

describe("counters", () => {
  it("move with a row from view to view", () => {
    const counts = { queue: 5, mine: 1, followed: 0, bot: 7 };

    expect(countsAfter(counts, row({}), row(mine), ME)).toEqual({ queue: 4, mine: 2, followed: 0, bot: 7 });
    expect(countsAfter(counts, row({ state: "bot" }), row({}), ME)).toEqual({ queue: 6, mine: 1, followed: 0, bot: 6 });
    expect(countsAfter(counts, row(mine), row({ ...mine, last_seq: 9 }), ME)).toEqual(counts);
  });
});

describe("entering the queue", () => {
  it("is news once, not with every later change of a waiting row", () => {
    expect(hasEnteredQueue(undefined, row({}))).toBe(true);
    expect(hasEnteredQueue(row({ state: "bot" }), row({}))).toBe(true);
    expect(hasEnteredQueue(row({}), row({ last_seq: 4 }))).toBe(false);
    expect(hasEnteredQueue(row({}), row(mine))).toBe(false);
  });
});
