import { describe, expect, it } from "vitest";
import { groupsOf } from "../src/bulk/actions.ts";
import { choose, MOST, selection, toggle } from "../src/bulk/selection.ts";
import { outcomeWords } from "../src/bulk/useBulk.ts";
import { WORDS } from "../src/words/words.ts";
import { row } from "./sample.ts";

describe("a choice of conversations", () => {
  it("grows and shrinks, up to what the server does at once", () => {
    choose([]);
    toggle("a");
    toggle("b");
    toggle("a");
    expect([...selection.get()]).toEqual(["b"]);

    choose(Array.from({ length: MOST + 5 }, (_, at) => String(at)));
    toggle("one more");
    expect(selection.get().size).toBe(MOST);
  });
});

describe("what can be done to many", () => {
  it("is to assign, put off and close, each in its forms", () => {
    const groups = groupsOf(["Payments"], new Date("2026-11-24T10:00:00Z"), WORDS.en);

    expect(groups.map(({ key }) => key)).toEqual(["assign", "snooze", "close"]);
    expect(groups[0]?.offered.map(({ name }) => name)).toEqual(["To me", "Payments"]);
    expect(groups[1]?.offered.some(({ key }) => key === "snooze chosen")).toBe(false);
    expect(groups[2]?.offered[0]?.action).toEqual({ kind: "close", reason: "resolved" });
  });
});

describe("what became of many", () => {
  const book = new Map([["r1", row({ case_number: "L-7" })]]);
  const done = { conversation: "r2", refused: null, row: row({ id: "r2" }) };
  const refused = { conversation: "r1", refused: { code: "not_owner", detail: "" }, row: null };

  it("is told in numbers, with the reason for each that was refused", () => {
    expect(outcomeWords([done], book, WORDS.en)).toBe("1 done.");
    expect(outcomeWords([done, refused], book, WORDS.en)).toBe(
      `1 done. 1 not: L-7: ${WORDS.en.refusals.not_owner}`,
    );
  });

  it("names a few of many", () => {
    expect(outcomeWords(Array.from({ length: 5 }, () => refused), book, WORDS.en)).toContain("and 2 more.");
  });
});
