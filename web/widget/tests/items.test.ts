import { NOTHING, newThread, reduce } from "@lotse/sdk";
import type { ChatState, Conversation, Event, Thread } from "@lotse/sdk";
import { describe, expect, test } from "vitest";

import { currentItems, threadItems } from "../src/items.ts";

const conversation: Conversation = {
  id: "c1",
  case_number: "L-1",
  state: "bot",
  language: "de",
  channel: "web",
  last_seq: 0,
  started_at: "2026-11-24T09:00:00Z",
  closed_at: null,
  previous: null,
  next: null,
  agent: null,
  queue: null,
  back_by: null,
};

type Line = readonly [by: "customer" | "assistant" | "agent", at: string, text: string];

function threadOf(lines: readonly Line[]): Thread {
  const events = lines.map(([by, at, text], index) => ({
    conversation: "c1",
    seq: index + 1,
    at,
    origin: by,
    type: `${by}_said`,
    client_message_id: `m${index}`,
    in_reply_to: null,
    agent: { name: "Amira" },
    parts: [{ kind: "text", text }],
  })) as unknown as Event[];
  return events.reduce(reduce, newThread(conversation));
}

const MORNING = "2026-11-24T09:00:00Z";

describe("a transcript", () => {
  test("begins each day with its date", () => {
    const items = threadItems(threadOf([["customer", MORNING, "a"], ["customer", MORNING, "b"], ["customer", "2026-11-26T09:00:00Z", "c"]]), true);

    expect(items.map((item) => item.kind)).toEqual(["day", "said", "said", "day", "said"]);
  });

  test("puts together what one person says in one go", () => {
    const later = "2026-11-24T09:30:00Z";
    const items = threadItems(threadOf([["agent", MORNING, "a"], ["agent", MORNING, "b"], ["agent", later, "c"], ["customer", later, "d"]]), true);

    const runs = items.flatMap((item) => (item.kind === "said" ? [[item.first, item.last]] : []));
    expect(runs).toEqual([[true, false], [false, true], [true, true], [true, true]]);
  });

  test("never hides the assistant's name in a run", () => {
    const items = threadItems(threadOf([["assistant", MORNING, "a"], ["assistant", MORNING, "b"]]), true);

    expect(items.every((item) => item.kind !== "said" || item.first)).toBe(true);
  });

  test("leaves choices open until the customer speaks, and knows what they answered", () => {
    const items = threadItems(threadOf([["assistant", MORNING, "which?"], ["customer", MORNING, "this"], ["assistant", MORNING, "and now?"]]), true);

    const said = items.flatMap((item) => (item.kind === "said" ? [item] : []));
    expect(said.map((item) => item.live)).toEqual([false, false, true]);
    expect(said.map((item) => item.answer)).toEqual(["this", null, null]);
  });

  test("shows what is on its way at the end, under the key that its echo will have", () => {
    const outgoing = { id: "m1", body: { conversation: "c1", text: "b", choice: null }, madeAt: 0, state: "sending", error: null } as const;
    const before: ChatState = { ...NOTHING, current: threadOf([["customer", MORNING, "a"]]), outbox: [outgoing] };
    const after: ChatState = { ...NOTHING, current: threadOf([["customer", MORNING, "a"], ["customer", MORNING, "b"]]) };

    expect(currentItems(before).at(-1)?.key).toBe(currentItems(after).at(-1)?.key);
  });
});
