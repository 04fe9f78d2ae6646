import type { Event } from "@lotse/sdk";
import { describe, expect, it } from "vitest";
import { timelineOf } from "../src/conversation/timeline.ts";
import { WORDS } from "../src/words/words.ts";
import { said } from "./sample.ts";

const { en, de } = WORDS;
const head = (seq: number): { conversation: string; seq: number; at: string } => ({
  conversation: "r1",
  seq,
  at: `2026-11-24T12:0${seq}:00Z`,
});
const amira = { id: "amira", name: "Amira" };

describe("a timeline", () => {
  it("tells who spoke, and that the assistant failed", () => {
    const parts = [{ kind: "text", text: "…" }] as const;
    const events: Event[] = [
      said(1),
      { ...head(2), type: "assistant_said", origin: "assistant", in_reply_to: 1, parts },
      { ...head(3), type: "assistant_failed", origin: "assistant", in_reply_to: 1, parts },
      { ...head(4), type: "agent_said", origin: "agent", agent: amira, client_message_id: "m", parts },
    ];

    const shown = timelineOf(events, en).filter((item) => item.kind === "said");

    expect(shown.map(({ by, failed }) => [by, failed])).toEqual([
      ["customer", false],
      ["assistant", false],
      ["assistant", true],
      ["agent", false],
    ]);
    expect(shown.at(-1)).toMatchObject({ name: "Amira", agentId: "amira" });
  });

  it("tells what was done of a playbook, and by whom", () => {
    const playbook = { playbook: "security-incident", type: "playbook_noted", origin: "system" } as const;
    const events: Event[] = [
      { ...head(1), ...playbook, move: "started", item: null, agent: null },
      { ...head(2), ...playbook, move: "step_done", item: "second_factor", agent: amira },
      { ...head(3), ...playbook, move: "contact_silent", item: "trust", agent: null },
    ];

    const lines = timelineOf(events, en).filter((item) => item.kind === "line");

    expect(lines.map(({ text }) => text)).toEqual([
      "Playbook “Security incident” begun by rule",
      "Amira ticked: Second factor",
      "No answer in time: Trust",
    ]);
  });

  it("keeps notes apart from what was said", () => {
    const events: Event[] = [{ ...head(1), type: "note_added", origin: "agent", agent: amira, client_message_id: "n", text: "Check" }];

    expect(timelineOf(events, en).at(-1)).toMatchObject({ kind: "note", name: "Amira", text: "Check" });
  });

  it("says what was made unreadable", () => {
    const parts = [{ kind: "text", text: "…" }] as const;
    const events: Event[] = [
      { ...head(1), type: "notice_given", origin: "system", about: 1, code: "masked", kinds: ["card", "iban"], parts },
    ];

    expect(timelineOf(events, en).at(-1)).toMatchObject({ kind: "line", text: expect.stringContaining("card number, IBAN") as string });
  });

  it("joins what one speaker says in a row, within minutes", () => {
    const events = [
      said(1, "a", "2026-11-24T12:00:00Z"),
      said(2, "b", "2026-11-24T12:01:00Z"),
      said(3, "c", "2026-11-24T12:30:00Z"),
    ];

    const joined = timelineOf(events, en).flatMap((item) => (item.kind === "said" ? [item.joined] : []));

    expect(joined).toEqual([false, true, false]);
  });

  it("begins each day with its date", () => {
    const events = [said(1, "a", "2026-11-23T12:00:00Z"), said(2, "b", "2026-11-24T12:00:00Z")];

    expect(timelineOf(events, en).map((item) => item.kind)).toEqual(["day", "said", "day", "said"]);
  });

  it("says what happened in the agent's language", () => {
    const asked: Event = { ...head(1), type: "human_asked", origin: "system", reason: "rule", rule: "anger", case_number: "L-1" };
    const closed: Event = { ...head(2), type: "closed", origin: "customer", by: "customer", reason: "resolved" };

    const lines = timelineOf([asked, closed], de).flatMap((item) => (item.kind === "line" ? [item.text] : []));

    expect(lines).toEqual(["Ein Mensch wird gebraucht: Die Person ist verärgert", "Beendet durch die Person: Gelöst"]);
  });

  it("shows nothing of what is internal", () => {
    expect(timelineOf([{ ...head(1), type: "internal", origin: "system" }], en)).toEqual([]);
  });
});
