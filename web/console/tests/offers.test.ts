import { describe, expect, it } from "vitest";
import type { OfferFrame } from "../src/frames.ts";
import { Offers } from "../src/live/offers.ts";
import { isMine, inView, waits } from "../src/live/rows.ts";
import { wakesAt } from "../src/passing/snooze.ts";
import { row } from "./sample.ts";

const ASKED: OfferFrame = {
  type: "offer",
  row: row({ state: "offered" }),
  until: "2026-11-24T08:06:00Z",
  left_s: 30,
  why: {},
  summary: {},
};

const ME = { id: "me", teams: [] };

describe("offers", () => {
  it("are news once, and run by this computer's own clock", () => {
    const offers = new Offers(() => 1000);

    expect(offers.heard(ASKED)).toMatchObject({ endsAt: 31_000, lasts: 30_000 });
    expect(offers.heard({ ...ASKED, left_s: 10 })).toBeNull();
    expect(offers.open.get()).toMatchObject([{ endsAt: 11_000 }]);
  });

  it("are gone once they ended, and end once", () => {
    const offers = new Offers();
    offers.heard(ASKED);

    expect(offers.ended("r1")).toBe(true);
    expect(offers.ended("r1")).toBe(false);
    expect(offers.open.get()).toEqual([]);
  });
});

describe("rows of the queue", () => {
  it("wait on while somebody is asked", () => {
    expect(waits(row({ state: "offered" }))).toBe(true);
    expect(inView(row({ state: "offered" }), "queue", ME)).toBe(true);
  });

  it("stay with whoever put them off", () => {
    const asleep = row({ state: "snoozed", last_agent: { id: "me", name: "Amira" } });

    expect(isMine(asleep, "me")).toBe(false);
    expect(inView(asleep, "mine", ME)).toBe(true);
    expect(inView(asleep, "mine", { id: "you", teams: [] })).toBe(false);
  });

  it("are followed by those who follow them, until they are closed", () => {
    expect(inView(row({ followers: ["me"] }), "followed", ME)).toBe(true);
    expect(inView(row({ followers: ["me"], state: "closed" }), "followed", ME)).toBe(false);
  });
});

describe("putting off", () => {
  const friday = new Date(2026, 10, 27, 16, 30);

  it("wakes when people mean it to", () => {
    expect(wakesAt("reply", friday, "")).toBeNull();
    expect(wakesAt("hour", friday, "")).toEqual(new Date(2026, 10, 27, 17, 30));
    expect(wakesAt("tomorrow", friday, "")).toEqual(new Date(2026, 10, 28, 9));
    expect(wakesAt("monday", friday, "")).toEqual(new Date(2026, 10, 30, 9));
    expect(wakesAt("monday", new Date(2026, 10, 30, 8), "")).toEqual(new Date(2026, 11, 7, 9));
  });

  it("takes no time that has passed, and none that is none", () => {
    expect(wakesAt("chosen", friday, "2026-11-27T16:00")).toBeUndefined();
    expect(wakesAt("chosen", friday, "soon")).toBeUndefined();
  });
});
