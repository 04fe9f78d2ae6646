import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { newThread, position, reduce, refresh } from "../src/index.ts";
import type { Conversation, Event, EventType } from "../src/index.ts";

const AT = "2026-11-24T09:00:00Z";

const conversation: Conversation = {
  id: "c1",
  case_number: "L-1",
  state: "bot",
  language: "de",
  channel: "web",
  last_seq: 0,
  started_at: AT,
  closed_at: null,
  previous: null,
  next: null,
  agent: null,
  queue: null,
  back_by: null,
};

const agent = { name: "Amira" };
const parts = [{ kind: "text", text: "Hallo" }] as const;

/** What each type carries in these tests. */
const BODIES: Record<EventType, object> = {
  started: { channel: "web", language: "de", previous: null },
  customer_said: { client_message_id: "m", parts, masked: [] },
  notice_given: { about: 1, code: "masked", kinds: ["card"], parts },
  assistant_said: { in_reply_to: null, parts },
  assistant_failed: { in_reply_to: null, parts },
  language_changed: { language: "en" },
  human_asked: { reason: "customer_asked", rule: null, case_number: "L-1" },
  returned_to_assistant: {},
  email_left: { address: "kim@example.org" },
  call_back_wanted: { call_at: AT, phone: "+49301234567" },
  agent_accepted: { agent },
  agent_said: { agent, client_message_id: "m", parts, masked: [] },
  handed_back: { agent },
  agent_vanished: { agent },
  transferred: { by: agent },
  taken_over: { by: agent, agent: null },
  snoozed: { agent, until: AT },
  offered: { agent, until: AT, why: {} },
  offer_declined: { agent, reason: "busy" },
  offer_lapsed: { agent },
  woken: { why: "reply" },
  followed: { agent },
  unfollowed: { agent },
  tagged: { agent, added: ["vip"], removed: [] },
  note_added: { agent, client_message_id: "n", text: "n", masked: [] },
  closed: { by: "agent", reason: "resolved" },
  playbook_noted: { playbook: "dispute", move: "started", item: null, agent: null },
  internal: {},
};
const TYPES = Object.keys(BODIES) as EventType[];

function log(types: readonly EventType[]): Event[] {
  return types.map(
    (type, index) => ({ conversation: "c1", seq: index + 1, at: AT, type, origin: "system", ...BODIES[type] }) as unknown as Event,
  );
}

describe("a thread", () => {
  test("resumed at any point equals the thread loaded afresh", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TYPES), { maxLength: 30 }), fc.nat(30), fc.nat(30), (types, cut, overlap) => {
        const events = log(types);
        const fresh = events.reduce(reduce, newThread(conversation));

        const known = events.slice(0, cut).reduce(reduce, newThread(conversation));
        const resent = events.slice(Math.max(0, cut - overlap));

        expect(resent.reduce(reduce, known)).toEqual(fresh);
      }),
    );
  });

  test("ends the same in whatever order and however often its events come, if gaps are fetched", () => {
    const shuffledLog = fc
      .array(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 15 })
      .chain((types) => fc.tuple(fc.constant(log(types)), fc.array(fc.nat(types.length - 1), { maxLength: 40 })));
    fc.assert(
      fc.property(shuffledLog, ([events, order]) => {
        const fresh = events.reduce(reduce, newThread(conversation));

        let thread = newThread(conversation);
        for (const index of [...order, events.length - 1]) {
          const event = events[index];
          if (event === undefined) continue;
          const missing = position(thread.lastSeq, event) === "gap" ? events.slice(thread.lastSeq, event.seq) : [event];
          thread = missing.reduce(reduce, thread);
        }

        expect(thread).toEqual(fresh);
      }),
    );
  });

  test("loaded with the server's last word on its state equals one that saw every event live", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TYPES), { maxLength: 20 }), (types) => {
        const live = log(types).reduce(reduce, newThread(conversation));

        const loaded = log(types).reduce(reduce, newThread(live.conversation));

        expect(loaded).toEqual(live);
      }),
    );
  });

  test("never takes in an event after a gap or of another conversation", () => {
    const thread = newThread(conversation);
    const [first, second] = log(["started", "customer_said"]);

    expect(second && reduce(thread, second)).toBe(thread);
    expect(first && reduce(thread, { ...first, conversation: "c2" })).toBe(thread);
  });

  test.each([
    ["human_asked", "queued"],
    ["agent_accepted", "agent"],
    ["agent_vanished", "queued"],
    ["transferred", "queued"],
    ["taken_over", "agent"],
    ["snoozed", "snoozed"],
    ["handed_back", "bot"],
    ["returned_to_assistant", "bot"],
    ["call_back_wanted", "snoozed"],
    ["closed", "closed"],
  ] as const)("is moved by %s to %s", (type, state) => {
    const thread = log(["started", type]).reduce(reduce, newThread(conversation));

    expect(thread.conversation.state).toBe(state);
  });

  test("shows nothing of what only agents may see", () => {
    const thread = log(["internal", "internal"]).reduce(reduce, newThread(conversation));

    expect(thread).toMatchObject({ lastSeq: 2, entries: [] });
  });

  test("keeps its own state against an older word of the server", () => {
    const thread = log(["started", "closed"]).reduce(reduce, newThread(conversation));

    expect(refresh(thread, { ...conversation, last_seq: 1 })).toBe(thread);
    expect(refresh(thread, { ...conversation, last_seq: 2, state: "closed", next: "c2" }).conversation.next).toBe("c2");
  });
});
