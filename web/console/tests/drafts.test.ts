import { describe, expect, it } from "vitest";
import { Drafts, NO_DRAFT } from "../src/composer/drafts.ts";
import type { Storage } from "@lotse/sdk";

const DAY_MS = 24 * 3_600_000;

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    read: (key) => kept.get(key) ?? null,
    write: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  };
}
const at = (now: number): { now: () => number } => ({ now: () => now });

describe("a draft", () => {
  it("is there again after a reload, reply and note apart", () => {
    const kept = storage();
    new Drafts("amira", kept, at(0)).keep("r1", { ...NO_DRAFT, mode: "note", reply: "Hello", note: "Check the bank" });

    const reloaded = new Drafts("amira", kept, at(1));

    expect(reloaded.of("r1")).toEqual({ ...NO_DRAFT, mode: "note", reply: "Hello", note: "Check the bank" });
    expect(reloaded.of("r2")).toEqual(NO_DRAFT);
  });

  it("belongs to the agent who wrote it", () => {
    const kept = storage();
    new Drafts("amira", kept, at(0)).keep("r1", { ...NO_DRAFT, reply: "Hello" });

    expect(new Drafts("jonas", kept, at(0)).of("r1")).toEqual(NO_DRAFT);
  });

  it("goes when it is empty, and after a week", () => {
    const kept = storage();
    const drafts = new Drafts("amira", kept, at(0));
    drafts.keep("r1", { ...NO_DRAFT, reply: "Hello" });
    drafts.keep("r2", { ...NO_DRAFT, reply: "Hello" });
    drafts.keep("r2", NO_DRAFT);

    expect(drafts.of("r2")).toEqual(NO_DRAFT);
    expect(new Drafts("amira", kept, at(6 * DAY_MS)).of("r1").reply).toBe("Hello");
    expect(new Drafts("amira", kept, at(8 * DAY_MS)).of("r1")).toEqual(NO_DRAFT);
  });

  it("keeps the steps of the macro in it, and is read as it was kept before there were any", () => {
    const kept = storage();
    const steps = { tags: ["bank"], close: "resolved", snooze_s: null };
    new Drafts("amira", kept, at(0)).keep("r1", { ...NO_DRAFT, reply: "Hello", steps });
    kept.write("lotse.console.drafts.jonas", JSON.stringify({ r1: { draft: { mode: "reply", reply: "Hi", note: "" }, at: 0 } }));

    expect(new Drafts("amira", kept, at(1)).of("r1").steps).toEqual(steps);
    expect(new Drafts("jonas", kept, at(1)).of("r1")).toEqual({ ...NO_DRAFT, reply: "Hi" });
  });

  it("is gone once the agent has logged out", () => {
    const kept = storage();
    const drafts = new Drafts("amira", kept, at(0));
    drafts.keep("r1", { ...NO_DRAFT, reply: "Hello" });

    drafts.forget();

    expect(new Drafts("amira", kept, at(0)).of("r1")).toEqual(NO_DRAFT);
  });

  it("does not stumble over what somebody else stored", () => {
    const kept = storage();
    kept.write("lotse.console.drafts.amira", "{not json");

    expect(new Drafts("amira", kept, at(0)).of("r1")).toEqual(NO_DRAFT);
  });
});
