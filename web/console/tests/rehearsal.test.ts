import { describe, expect, it } from "vitest";
import { idIn, packetIn, trialOf, type Typed } from "../src/leads/routing/rehearsal.ts";
import { targetWords } from "../src/leads/routing/TargetItem.tsx";
import { LEADS_WORDS } from "../src/leads/words/words.ts";
import { WORDS } from "../src/words/words.ts";

const ID = "3f0e8f1c-1111-4222-8333-444455556666";
const SAYS = { noConversation: "no id", notJson: "no JSON:" };
const TYPED: Typed = { what: "packet", conversation: "", packet: "", channel: "web" };

describe("what to try", () => {
  it("finds the id in an address, alone, and in capitals", () => {
    expect(idIn(`https://help.example/console/queue/${ID}?team=Payments`)).toBe(ID);
    expect(idIn(` ${ID.toUpperCase()} `)).toBe(ID);
    expect(idIn("L-1001")).toBeNull();
  });

  it("takes a packet alone or within the answer that it came in", () => {
    expect(packetIn('{"reason": "risk"}')).toEqual({ packet: { reason: "risk" } });
    expect(packetIn('{"row": {}, "packet": {"reason": "risk"}}')).toEqual({ packet: { reason: "risk" } });
  });

  it("says what is wrong before anything is sent", () => {
    expect(trialOf({ ...TYPED, packet: "{" }, SAYS)).toMatch(/^no JSON: /);
    expect(trialOf({ ...TYPED, what: "conversation", conversation: "Lena" }, SAYS)).toBe("no id");
  });

  it("sends a conversation by its id, and a packet with how it comes", () => {
    expect(trialOf({ ...TYPED, what: "conversation", conversation: ID }, SAYS)).toEqual({ conversation: ID });
    expect(trialOf({ ...TYPED, packet: "{}" }, SAYS)).toEqual({ packet: {}, channel: "web" });
  });
});

describe("a target in words", () => {
  const target = { team: null, skills: [], languages: [], min_level: 1, timeout_s: null, skip_if_none: false, after_s: 0, means: [] };

  it("names team, subjects, level and languages", () => {
    const asked = { ...target, team: "Payments", skills: ["payouts"], min_level: 2, languages: ["de"] };

    expect(targetWords(asked, LEADS_WORDS.en, WORDS.en)).toBe("Payments · Payouts · level 2 or better · German");
  });

  it("says so where anybody will do", () => {
    expect(targetWords(target, LEADS_WORDS.de, WORDS.de)).toBe("alle · in der Sprache des Falls");
  });
});

describe("broken rules", () => {
  it("are told in the language of the console, and as the server says where it has no words", () => {
    const broken = { field: "text.de", rule: "String should have at most 600 characters", code: "string_too_long", limit: 600 };

    expect(LEADS_WORDS.de.forms.broken(broken)).toBe("Höchstens 600 Zeichen.");
    expect(LEADS_WORDS.de.forms.broken({ ...broken, code: "new_rule" })).toBe(broken.rule);
  });
});
