import type { Event } from "@lotse/sdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasGap, type Log, logOf, refreshed, withEvent } from "../src/live/log.ts";
import { said } from "./sample.ts";

const seqs = (log: Log): number[] => log.events.map((event) => event.seq);
const upTo = (last: number): Event[] => Array.from({ length: last }, (_, index) => said(index + 1));

describe("a log", () => {
  it("takes in the next event", () => {
    expect(seqs(withEvent(logOf(upTo(2)), said(3)))).toEqual([1, 2, 3]);
  });

  it("drops what it already has", () => {
    const log = logOf(upTo(3));

    expect(withEvent(log, said(2, "again"))).toBe(log);
  });

  it("does not show what came ahead of a gap, and says that there is one", () => {
    const log = withEvent(logOf(upTo(2)), said(5));

    expect(seqs(log)).toEqual([1, 2]);
    expect(hasGap(log)).toBe(true);
  });

  it("closes the gap when the missing events come late", () => {
    const log = [said(5), said(4), said(3)].reduce(withEvent, logOf(upTo(2)));

    expect(seqs(log)).toEqual([1, 2, 3, 4, 5]);
    expect(hasGap(log)).toBe(false);
  });

  it("closes the gap with a fetched log and keeps what came meanwhile", () => {
    const waiting = withEvent(logOf(upTo(2)), said(6));

    const healed = refreshed(waiting, logOf(upTo(5)));

    expect(seqs(healed)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(hasGap(healed)).toBe(false);
  });

  it("is not turned back by an answer older than what it knows", () => {
    const log = logOf(upTo(4));

    expect(refreshed(log, logOf(upTo(3)))).toBe(log);
  });

  it("resumed at any point, with events lost, doubled and out of order, equals the log loaded afresh", () => {
    const all = upTo(12);
    fc.assert(
      fc.property(fc.nat(12), fc.array(fc.nat(11)), (resumedAt, arrivals) => {
        const heard = arrivals.map((index) => all[index]).filter((event) => event !== undefined);

        const log = refreshed(heard.reduce(withEvent, logOf(all.slice(0, resumedAt))), logOf(all));

        expect(log).toEqual(logOf(all));
      }),
    );
  });
});
