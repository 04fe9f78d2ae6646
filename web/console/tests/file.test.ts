import { describe, expect, it } from "vitest";
import { changeWords, historyOf } from "../src/file/history.ts";
import { stopsOf } from "../src/file/way.ts";
import type { Change, Entry } from "../src/file/wire.ts";
import { WORDS } from "../src/words/words.ts";
import { said } from "./sample.ts";

const CHANGE: Change = {
  id: "e1",
  topic: "payout",
  subject: "PO-48213",
  title: null,
  state: "returned",
  reason: "name_mismatch",
  amount: "12.50",
  currency: "EUR",
  at: "2026-11-24T08:30:00Z",
};

describe("a customer's history", () => {
  const event = (seq: number, conversation: string, at: string): Entry => ({ kind: "event", event: { ...said(seq, `said ${seq}`, at), conversation } });

  it("stands in the order in which it happened, with what the platform reported between", () => {
    const latestFirst: Entry[] = [
      event(1, "second", "2026-11-24T09:00:00Z"),
      { kind: "change", change: CHANGE },
      event(2, "first", "2026-11-24T08:10:00Z"),
      event(1, "first", "2026-11-24T08:00:00Z"),
    ];

    const items = historyOf(latestFirst, WORDS.en, "en");

    expect(items.map(({ kind }) => kind)).toEqual(["day", "said", "said", "change", "said"]);
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  });

  it("tells a change in words, in either language", () => {
    expect(changeWords(CHANGE, WORDS.en, "en")).toBe(
      "Payout · PO-48213 · €12.50 · Returned · account holder differs from the verified name",
    );
    expect(changeWords({ ...CHANGE, topic: "identity", state: "verified", reason: null, amount: null }, WORDS.de, "de")).toBe(
      "Identität · Identität bestätigt",
    );
  });
});

describe("the drawn way of a payout", () => {
  const step = (state: string, at: string) => ({ state, at });

  it("has a stop for each state, further apart the longer it took", () => {
    const stops = stopsOf([
      step("paid", "2026-11-24T08:00:00Z"),
      step("requested", "2026-11-20T08:00:00Z"),
      step("processing", "2026-11-20T09:00:00Z"),
    ]);

    expect(stops.map(({ state }) => state)).toEqual(["requested", "processing", "paid"]);
    const [first, second, last] = stops.map(({ x }) => x);
    expect((second ?? 0) - (first ?? 0)).toBeLessThan((last ?? 0) - (second ?? 0));
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(15);
  });

  it("of a payout just requested is one stop", () => {
    expect(stopsOf([step("requested", "2026-11-20T08:00:00Z")]).map(({ x }) => x)).toEqual([6]);
    expect(stopsOf([])).toEqual([]);
  });
});
