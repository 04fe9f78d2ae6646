import { describe, expect, it } from "vitest";
import { isFirstReply, nameOf, type ToneFinding, unsettled } from "../src/tone/tone.ts";
import { said } from "./sample.ts";

const finding = (kind: ToneFinding["kind"], quote: string): ToneFinding => ({
  kind,
  start: 0,
  end: quote.length,
  quote,
  hint: "identity check",
  explanation: { de: "Weil.", en: "Because." },
});

describe("a finding that the agent lets stand", () => {
  it("is not brought up again, however it is written; others are", () => {
    const kyc = finding("jargon", "KYC");
    const blame = finding("accusing", "your fault");

    expect(unsettled([finding("jargon", "kyc"), blame], [nameOf(kyc)])).toEqual([blame]);
  });
});

describe("a greeting", () => {
  it("is missed until somebody of the team has written", () => {
    const theirs = { ...said(2), type: "agent_said", origin: "agent", agent: { name: "Amira" } } as const;

    expect(isFirstReply([said(1)])).toBe(true);
    expect(isFirstReply([said(1), theirs as never])).toBe(false);
  });
});
