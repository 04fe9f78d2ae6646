import { describe, expect, it } from "vitest";
import { articleTitle, confidenceWords, headline, inLanguage, payoutLine, recognised, reasonWords, ruleWords, shortPage, skillWords } from "../src/packet/phrases.ts";
import { WORDS } from "../src/words/words.ts";
import { PACKET } from "./sample.ts";

const { de, en } = WORDS;
/** Browsers put spaces between number and sign that do not break. */
const plain = (text: string): string => text.replaceAll(/\s/g, " ");

describe("a packet in words", () => {
  it("says reason and rule plainly in both languages", () => {
    expect(reasonWords(PACKET, en)).toBe("A rule sent this to a person");
    expect(ruleWords(PACKET, en)).toBe("Payout is past its date");
    expect(ruleWords(PACKET, de)).toBe("Die Auszahlung ist überfällig");
    expect(ruleWords({ ...PACKET, rule: null }, de)).toBeNull();
  });

  it("shows a rule that no table knows readably", () => {
    expect(ruleWords({ ...PACKET, rule: "payout_on_the_moon" }, en)).toBe("Payout on the moon");
  });

  it("takes the text of the agent's language, and any other rather than none", () => {
    expect(inLanguage({ de: "Darum.", en: "Because." }, "de")).toBe("Darum.");
    expect(inLanguage({ en: "Because." }, "de")).toBe("Because.");
    expect(inLanguage({}, "de")).toBe("");
  });

  it("writes the payout as people of the language do", () => {
    const { payout } = PACKET;
    if (payout === null) throw new Error("The sample has a payout.");

    expect(plain(payoutLine(payout, de, "de"))).toBe(
      "PO-48213 · 1.640,50 € · Fehlgeschlagen: Kontoinhaber weicht vom geprüften Namen ab",
    );
    expect(plain(payoutLine({ ...payout, reason: null }, en, "en"))).toBe("PO-48213 · €1,640.50 · Failed");
  });

  it("folds to one line that names rule and payout", () => {
    expect(plain(headline(PACKET, en, "en"))).toContain("Payout is past its date · PO-48213 · €1,640.50 · Failed");
    expect(headline({ ...PACKET, payout: null, rule: null }, en, "en")).toBe("A rule sent this to a person");
  });

  it("says how sure the assistant was", () => {
    const tried = { question: "?", answer: "!", intent: null, articles: [], at: "2026-11-24T08:00:00Z" };

    expect(plain(confidenceWords({ ...tried, confidence: 0.974 }, de, "de"))).toBe("97 % sicher");
    expect(confidenceWords({ ...tried, confidence: null }, en, "en")).toBe("not understood");
  });

  it("lists slots and entities as facts, each once and nothing empty", () => {
    const facts = recognised(
      {
        ...PACKET,
        slots: { payout_reference: "PO-48213", language: "de", amount: null, topics: ["a", "b"], nested: { a: 1 } },
        entities: [
          { entity: "payout_reference", value: "PO-48213" },
          { entity: "project", value: "PR-2204" },
        ],
      },
      en,
    );

    expect(facts).toEqual([
      { name: "Payout", value: "PO-48213" },
      { name: "Topics", value: "a, b" },
      { name: "Nested", value: '{"a":1}' },
      { name: "Project", value: "PR-2204" },
    ]);
  });

  it("names skills, articles and pages readably", () => {
    expect(skillWords(["payouts", "juggling"], de)).toBe("Auszahlungen, Juggling");
    expect(articleTitle("name-mismatch")).toBe("Name mismatch");
    expect(shortPage("https://app.example.com/payouts/")).toBe("app.example.com/payouts");
  });
});
