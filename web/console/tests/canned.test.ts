import { describe, expect, it } from "vitest";
import { type CannedReply, faultsOf, filled, found, leftOpen, merged, NO_STEPS } from "../src/canned/canned.ts";
import { replaced, triggerAt } from "../src/composer/trigger.ts";

const VARIABLES = ["customer_name", "expected_on"];

const reply = (shortcut: string, title: string, text = ""): CannedReply => ({
  id: shortcut,
  shortcut,
  title,
  text: { de: text, en: text },
  scope: "own",
  team: null,
  steps: NO_STEPS,
  changeable: true,
  changed_at: "2026-11-24T08:00:00Z",
  changed_by: { id: "a", name: "Amira" },
});

describe("a text with variables", () => {
  it("is filled with what is known, and shows what is not", () => {
    const text = filled("Hi {customer_name}, it comes on {expected_on}.", { customer_name: "Lena", expected_on: null });

    expect(text).toBe("Hi Lena, it comes on {expected_on}.");
    expect(leftOpen(text, VARIABLES)).toEqual(["expected_on"]);
  });

  it("is not filled twice: what a customer is called is no variable", () => {
    expect(filled("Hi {customer_name}", { customer_name: "{expected_on}", expected_on: "Monday" })).toBe("Hi {expected_on}");
  });

  it("leaves braces alone that name no variable, once it is a message", () => {
    expect(leftOpen("const { a } = b; {kunde}", VARIABLES)).toEqual([]);
  });

  it("names each unknown variable once, and open braces", () => {
    expect(faultsOf("{kunde} {kunde} {customer_name}", VARIABLES)).toEqual([{ kind: "unknown", name: "kunde" }]);
    expect(faultsOf("Hi {customer_name", VARIABLES)).toEqual([{ kind: "brace" }]);
    expect(faultsOf("Hi {customer_name}", VARIABLES)).toEqual([]);
  });
});

describe("the search behind the slash", () => {
  const replies = [reply("thanks", "Say thanks"), reply("late", "Payout late"), reply("bank", "Bank", "a late transfer")];

  it("puts shortcuts that begin so first, then titles, then texts", () => {
    expect(found(replies, "late").map((it) => it.shortcut)).toEqual(["late", "bank"]);
    expect(found(replies, "Pay").map((it) => it.shortcut)).toEqual(["late"]);
    expect(found(replies, "nothing")).toEqual([]);
  });

  it("begins at a slash after a space or at the beginning, and ends at a space", () => {
    expect(triggerAt("/la", 3, "/")).toEqual({ query: "la", start: 0 });
    expect(triggerAt("Hi /la", 6, "/")).toEqual({ query: "la", start: 3 });
    expect(triggerAt("and/or", 6, "/")).toBeNull();
    expect(triggerAt("https://", 8, "/")).toBeNull();
    expect(triggerAt("/la it", 6, "/")).toBeNull();
  });

  it("replaces what was typed and nothing else", () => {
    const typed = "Hi /la, bye";
    const trigger = triggerAt(typed, 6, "/");

    expect(trigger === null ? null : replaced(typed, trigger, "there")).toEqual({ text: "Hi there, bye", caret: 8 });
  });
});

describe("the steps of two macros", () => {
  it("have the tags of both and the end of the later one", () => {
    const closes = { tags: ["bank"], close: "resolved", snooze_s: null };
    const naps = { tags: ["bank", "rent"], close: null, snooze_s: 3600 };

    expect(merged(closes, naps)).toEqual({ tags: ["bank", "rent"], close: null, snooze_s: 3600 });
    expect(merged(closes, NO_STEPS)).toEqual(closes);
    expect(merged(null, closes)).toEqual(closes);
  });
});
