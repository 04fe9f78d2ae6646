import { describe, expect, it } from "vitest";
import type { SurgeFrame } from "../src/frames.ts";
import { Rush, rushWords } from "../src/live/rush.ts";
import { WORDS } from "../src/words/words.ts";

const HEAVY: SurgeFrame = {
  type: "surge",
  level: 2,
  extra_capacity: 2,
  widen: true,
  offer_email: true,
  stand_by: ["Stand-by"],
  notice: "lead",
};

describe("a rush", () => {
  it("is told to leads in full", () => {
    expect(rushWords(HEAVY, WORDS.en)).toBe(
      "Rush, level 2. Everybody can have 2 conversations more. Whoever is free is asked. " +
        "Customers are offered an answer by e-mail or a call back. Called in: Stand-by.",
    );
  });

  it("calls in those who stand by, and tells others what changes for them", () => {
    expect(rushWords({ ...HEAVY, notice: "stand_by" }, WORDS.de)).toMatch(/^Sie werden gebraucht/);
    expect(rushWords({ ...HEAVY, notice: "agent", extra_capacity: 1 }, WORDS.de)).toBe(
      "Viele warten. Alle können ein Gespräch mehr haben. Gefragt wird, wer frei ist.",
    );
  });

  it("is over when the server says so, and forgotten with a new connection", () => {
    const rush = new Rush();
    rush.heard(HEAVY);
    rush.heard({ ...HEAVY, level: 0 });

    expect(rush.now.get()).toMatchObject({ level: 0 });
    expect(rushWords({ ...HEAVY, level: 0 }, WORDS.en)).toBe("The rush is over. Everything is as usual.");
    rush.forget();
    expect(rush.now.get()).toBeNull();
  });
});

describe("what a customer left", () => {
  it("is told with the time of the call in the agent's language", () => {
    const { contact } = WORDS.en;
    expect(contact.callBack("2026-11-25T09:00:00Z", "+49301234567")).toMatch(/^Call \+49301234567: .*25/);
    expect(WORDS.de.contact.emailLeft("kim@example.org")).toBe("E-Mail-Adresse hinterlassen: kim@example.org");
  });
});
