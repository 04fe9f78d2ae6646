import { describe, expect, it } from "vitest";
import { NO_FILTERS } from "../src/inbox/filters.ts";
import { whole } from "../src/inbox/useInbox.ts";
import { countsAfter, EMPTY_BOOK, hasEnteredQueue, inView, isIn, rowsOf, upsert } from "../src/live/rows.ts";
import { row } from "./sample.ts";

const ME = { id: "me", teams: ["Payments"] };
const mine = { state: "agent", owner: { id: "me", name: "Amira" } } as const;

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

    expect(rowsOf(book, whole("queue"), ME).map((it) => it.id)).toEqual(["security", "stuck, long", "stuck, short", "rest, long"]);
  });

  it("orders the other views by the latest news", () => {
    const book = upsert(EMPTY_BOOK, [
      row({ ...mine, id: "old", updated_at: "2026-11-24T08:00:00Z" }),
      row({ ...mine, id: "new", updated_at: "2026-11-24T08:30:00Z" }),
    ]);

    expect(rowsOf(book, whole("mine"), ME).map((it) => it.id)).toEqual(["new", "old"]);
  });
});

describe("a promise at risk", () => {
  const due = (minutes: number) => ({
    due: { first_response: null, next_response: null, resolution: new Date(Date.now() + minutes * 60_000).toISOString() },
  });

  it("is one that is broken, or will be within ten minutes", () => {
    const shown = (it: Parameters<typeof row>[0]): boolean => inView(row(it), "at_risk", ME);

    expect(shown(due(9))).toBe(true);
    expect(shown(due(-9))).toBe(true);
    expect(shown(due(11))).toBe(false);
    expect(shown({ ...due(9), state: "snoozed" })).toBe(false);
    expect(shown({})).toBe(false);
  });
});

describe("a team's view", () => {
  const theirs = row({ team: "Trust & Safety" });

  it("shows what is with people of the agent's own teams", () => {
    expect(inView(row({ team: "Payments" }), "team", ME)).toBe(true);
    expect(inView(row({ team: "Payments", state: "closed" }), "team", ME)).toBe(false);
    expect(inView(theirs, "team", ME)).toBe(false);
  });

  it("shows another team's when it is named", () => {
    const looked = { view: "team", filters: { ...NO_FILTERS, team: "Trust & Safety" } } as const;

    expect(isIn(theirs, looked, ME)).toBe(true);
    expect(isIn(row({ team: "Payments" }), looked, ME)).toBe(false);
  });
});

describe("numbers of rows", () => {
  const counts = { queue: 5, mine: 1, team: 2, at_risk: 0, snoozed: 0, followed: 0, bot: 7 };
  const kept = { id: "v", name: "German", view: "queue", filters: { ...NO_FILTERS, language: "de" }, count: 4 } as const;
  const views = { counts, teams: [{ team: "Payments", count: 2 }], saved: [kept] };

  it("move with a row from view to view", () => {
    const after = countsAfter(views, row({}), row(mine), ME);

    expect(after.counts).toEqual({ ...counts, queue: 4, mine: 2 });
    expect(after.saved[0]?.count).toBe(3);
    expect(countsAfter(views, row({ state: "bot" }), row({}), ME).counts).toEqual({ ...counts, queue: 6, bot: 6 });
  });

  it("move with a row from team to team", () => {
    const after = countsAfter(views, row({}), row({ team: "Payments" }), ME);

    expect(after.counts.team).toBe(3);
    expect(after.teams).toEqual([{ team: "Payments", count: 3 }]);
  });

  it("stay where nothing moves", () => {
    expect(countsAfter(views, row(mine), row({ ...mine, last_seq: 9 }), ME)).toEqual(views);
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
