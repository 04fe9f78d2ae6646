import { describe, expect, it } from "vitest";
import { chipsOf } from "../src/inbox/chips.ts";
import { entriesOf } from "../src/inbox/entries.ts";
import { filtersOf, NO_FILTERS, passes, queryOf, withWords, wordsOf } from "../src/inbox/filters.ts";
import { departed, reached } from "../src/inbox/lists.ts";
import { neighbour } from "../src/inbox/useCursor.ts";
import { whole } from "../src/inbox/useInbox.ts";
import { ServerClock } from "../src/live/clock.ts";
import { EMPTY_BOOK, upsert } from "../src/live/rows.ts";
import { isUnread } from "../src/live/seen.ts";
import { parseRoute, pathOf } from "../src/shell/route.ts";
import { WORDS } from "../src/words/words.ts";
import { row } from "./sample.ts";

const ME = { id: "me", teams: ["Payments"] };

describe("a complete list after a time without connection", () => {
  const book = upsert(EMPTY_BOOK, [row({ id: "gone" }), row({ id: "here" }), row({ id: "bot", state: "bot" })]);
  const page = { ids: ["here"], next: null, known: book };

  it("shows who has left the view meanwhile", () => {
    expect(departed(book, whole("queue"), ME, [page]).map((it) => it.id)).toEqual(["gone"]);
  });

  it("does not speak of rows that were heard of after it was asked for", () => {
    const later = upsert(book, [row({ id: "late" }), row({ id: "gone", last_seq: 9 })]);

    expect(departed(later, whole("queue"), ME, [page])).toEqual([]);
  });
});

describe("a list of several pages", () => {
  const rows = ["a", "b", "c", "d"].map((id) => row({ id }));
  const page = (ids: string[], next: string | null) => ({ ids, next, known: EMPTY_BOOK });

  it("ends where its pages end, whatever other lists know of later rows", () => {
    expect(reached(rows, [page(["a"], "x"), page(["c"], "y")]).map((it) => it.id)).toEqual(["a", "b", "c"]);
  });

  it("is all that is known once its last page is there", () => {
    expect(reached(rows, [page(["a"], "x"), page(["c"], null)])).toEqual(rows);
  });
});

describe("filters", () => {
  const filters = { ...NO_FILTERS, state: ["queued", "agent"], team: "Trust & Safety", since: "2026-11-24T00:00:00Z" } as const;

  it("stand in the address and come back from it", () => {
    expect(filtersOf(queryOf(filters))).toEqual({ ...filters, state: ["agent", "queued"] });
    expect(queryOf(NO_FILTERS)).toBe("");
  });

  it("stand beside what is sought", () => {
    const address = withWords(filters, "PO-7 & mehr");

    expect(wordsOf(address)).toBe("PO-7 & mehr");
    expect(filtersOf(address)).toEqual(filtersOf(queryOf(filters)));
    expect(wordsOf(withWords(filters, null))).toBeNull();
  });

  it("let pass what the server lets pass", () => {
    const it = row({ team: "Trust & Safety", updated_at: "2026-11-24T08:00:00Z" });

    expect(passes(it, filters)).toBe(true);
    expect(passes({ ...it, state: "closed" }, filters)).toBe(false);
    expect(passes({ ...it, team: "Payments" }, filters)).toBe(false);
    expect(passes({ ...it, updated_at: "2026-11-23T23:59:59Z" }, filters)).toBe(false);
    expect(passes(it, { ...NO_FILTERS, until: "2026-11-24T08:00:00Z" })).toBe(false);
    expect(passes(it, { ...NO_FILTERS, customer: "c2" })).toBe(false);
    expect(passes(it, { ...NO_FILTERS, tag: "vip" })).toBe(false);
    expect(passes({ ...it, tags: ["vip"] }, { ...NO_FILTERS, tag: "vip" })).toBe(true);
  });

  it("are shown as chips, each with what is left without it", () => {
    const chips = chipsOf({ ...NO_FILTERS, state: ["queued"], language: "de" }, WORDS.en);

    expect(chips.map(({ text, without }) => [text, queryOf(without)])).toEqual([
      ["Waiting for a person", "language=de"],
      ["German", "state=queued"],
    ]);
  });
});

describe("the menu of views", () => {
  it("has views without a tab, teams and kept views, each with its number where somebody counts", () => {
    const counts = { queue: 1, mine: 2, team: 3, at_risk: 4, snoozed: 5, followed: 6, bot: 7 };
    const kept = { id: "v1", name: "German", view: "all", filters: { ...NO_FILTERS, language: "de" }, count: 9 } as const;
    const views = { counts, teams: [{ team: "Payments", count: 3 }], saved: [kept] };

    const sections = entriesOf(views, WORDS.en.shell.views);

    expect(sections.map(({ key, entries }) => [key, entries.map(({ name, count }) => [name, count])])).toEqual([
      ["others", [["Put off", 5], ["Followed", 6], ["Assistant", 7], ["Closed", null], ["All", null]]],
      ["teams", [["Payments", 3]]],
      ["saved", [["German", null]]],
    ]);
    expect(sections[1]?.entries[0]?.filters).toBe("team=Payments");
    expect(sections[2]?.entries[0]?.filters).toBe("language=de");
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
    expect(parseRoute("/console/mine/r1")).toEqual({ view: "mine", conversation: "r1", filters: "" });
    expect(parseRoute("/console/bot")).toEqual({ view: "bot", conversation: null, filters: "" });
    expect(pathOf({ view: "all", conversation: "r1" })).toBe("/console/all/r1");
  });

  it("says what the list is narrowed down to", () => {
    const place = { view: "all", conversation: "r1", filters: "state=closed&team=Payments" } as const;

    expect(pathOf(place)).toBe("/console/all/r1?state=closed&team=Payments");
    expect(parseRoute(pathOf(place))).toEqual(place);
  });

  it("that nobody knows leads to the queue", () => {
    expect(parseRoute("/console/")).toEqual({ view: "queue", conversation: null, filters: "" });
    expect(parseRoute("/console/treasure")).toEqual({ view: "queue", conversation: null, filters: "" });
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
