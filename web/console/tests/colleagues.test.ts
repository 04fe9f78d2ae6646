import { describe, expect, it } from "vitest";
import type { AgentFrame } from "../src/frames.ts";
import { Colleagues, companyOf } from "../src/live/colleagues.ts";

function desk() {
  const sent: AgentFrame[] = [];
  let now = 1_000;
  const colleagues = new Colleagues((frame) => sent.push(frame), () => now);
  const company = () => companyOf(colleagues.here.get()["r1"] ?? [], now);
  const bo = (doing: "viewing" | "writing" | "gone"): void => {
    colleagues.heard({ type: "colleague", conversation: "r1", agent: { id: "bo", name: "Bo" }, doing });
  };
  return { sent, colleagues, company, bo, pass: (ms: number) => (now += ms) };
}

describe("colleagues in a conversation", () => {
  it("look at it, write, and leave", () => {
    const { bo, company } = desk();

    bo("viewing");
    expect(company()).toEqual({ viewing: ["Bo"], writing: [] });
    bo("writing");
    expect(company()).toEqual({ viewing: [], writing: ["Bo"] });
    bo("gone");
    expect(company()).toEqual({ viewing: [], writing: [] });
  });

  it("are forgotten when nothing is heard of them", () => {
    const { bo, company, pass } = desk();

    bo("writing");
    pass(6_001);
    expect(company()).toEqual({ viewing: ["Bo"], writing: [] });
    pass(24_000);
    expect(company()).toEqual({ viewing: [], writing: [] });
  });

  it("are told that we are here when they come, once", () => {
    const { sent, colleagues, bo } = desk();
    colleagues.tell("r1", "viewing");

    bo("viewing");
    bo("viewing");

    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual({ type: "present", conversation: "r1", doing: "viewing" });
  });

  it("are not answered once we have left", () => {
    const { sent, colleagues, bo } = desk();
    colleagues.tell("r1", "viewing");
    colleagues.tell("r1", "gone");

    bo("viewing");

    expect(sent).toHaveLength(2);
  });
});
