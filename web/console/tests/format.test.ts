import { describe, expect, it } from "vitest";
import { ago, day, elapsed, localTime, money, percent } from "../src/words/format.ts";

const plain = (text: string): string => text.replaceAll(/\s/g, " ");

describe("money", () => {
  it("is written for the language", () => {
    expect(plain(money("1120.50", "EUR", "de"))).toBe("1.120,50 €");
    expect(plain(money("1120.50", "EUR", "en"))).toBe("€1,120.50");
  });

  it("is left as it came when it is no number or no currency", () => {
    expect(money("a lot", "EUR", "en")).toBe("a lot");
    expect(money("12.00", "no currency", "en")).toBe("12.00 no currency");
  });
});

describe("a wait", () => {
  it("ticks in seconds, then in minutes, then in days", () => {
    const shown = [-3, 0, 42, 727, 3_900, 200_000].map((seconds) => elapsed(seconds, "en"));

    expect(shown).toEqual(["0:00", "0:00", "0:42", "12:07", "1 h 05", "2 d"]);
    expect(elapsed(200_000, "de")).toBe("2 T");
  });
});

describe("a date", () => {
  it("stays the day it names, wherever the agent is", () => {
    expect(day("2026-11-24", "en")).toBe("24 Nov 2026");
    expect(day("2026-11-24", "de")).toBe("24. Nov. 2026");
  });

  it("that cannot be read is shown as it came", () => {
    expect(day("soon", "en")).toBe("soon");
  });
});

describe("other figures", () => {
  it("are written for the language", () => {
    expect(plain(percent(0.974, "de"))).toBe("97 %");
    expect(ago(7_200, "en")).toBe("2 hr ago");
    expect(localTime("Africa/Lagos", Date.parse("2026-11-24T10:00:00Z"), "en")).toBe("11:00");
    expect(localTime("Nowhere/Land", 0, "en")).toBeNull();
  });
});
