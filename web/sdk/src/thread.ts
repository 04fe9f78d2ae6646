/** One conversation as its log tells it. Pure: the same events always give the same thread. */

import type { Conversation, Event, EventOf, EventType, Part } from "./wire.ts";

export interface Said {
  readonly kind: "said";
  readonly conversation: string;
  readonly seq: number;
  readonly at: string;
  readonly by: "customer" | "assistant" | "agent";
  /** Agents have names. */
  readonly name: string | null;
  readonly parts: readonly Part[];
  /** The sender's own id; null for the assistant. */
  readonly messageId: string | null;
}

/** What happened beside what was said, worth a line of its own. */
export type NoticeEvent = EventOf<
  "notice_given" | "human_asked" | "returned_to_assistant" | "email_left" | "call_back_wanted" | "agent_accepted" | "handed_back" | "agent_vanished" | "transferred" | "taken_over" | "snoozed" | "note_added" | "closed"
>;

export interface Notice {
  readonly kind: "notice";
  readonly seq: number;
  readonly at: string;
  readonly event: NoticeEvent;
}

export type Entry = Said | Notice;

export interface Thread {
  /** As of `conversation.last_seq`, which may be ahead of `lastSeq`. */
  readonly conversation: Conversation;
  /** The last event taken in. */
  readonly lastSeq: number;
  readonly entries: readonly Entry[];
}

export function newThread(conversation: Conversation): Thread {
  return { conversation, lastSeq: 0, entries: [] };
}

/** Where an event stands to a thread: only the next one may be taken in. */
export function position(lastSeq: number, event: { readonly seq: number }): "next" | "old" | "gap" {
  if (event.seq <= lastSeq) return "old";
  return event.seq === lastSeq + 1 ? "next" : "gap";
}

/** Takes in the next event of this conversation; anything else changes nothing. */
export function reduce(thread: Thread, event: Event): Thread {
  const { conversation, lastSeq, entries } = thread;
  if (event.conversation !== conversation.id || position(lastSeq, event) !== "next") return thread;
  const entry = entryOf(event);
  return {
    conversation: event.seq > conversation.last_seq ? after(conversation, event) : conversation,
    lastSeq: event.seq,
    entries: entry === null ? entries : [...entries, entry],
  };
}

/** Takes in the server's word on the state, unless our log is already past it. */
export function refresh(thread: Thread, conversation: Conversation): Thread {
  if (conversation.id !== thread.conversation.id || conversation.last_seq < thread.conversation.last_seq) return thread;
  return { ...thread, conversation };
}

type Changes = { readonly [T in EventType]?: (event: EventOf<T>) => Partial<Conversation> };

/** How each event moves the conversation on; one that is not named leaves it as it is. */
const CHANGES: Changes = {
  language_changed: ({ language }) => ({ language }),
  human_asked: ({ case_number }) => ({ state: "queued", case_number }),
  returned_to_assistant: () => ({ state: "bot", queue: null }),
  call_back_wanted: ({ call_at }) => ({ state: "snoozed", agent: null, queue: null, back_by: call_at }),
  agent_accepted: ({ agent }) => ({ state: "agent", agent, queue: null, back_by: null }),
  handed_back: () => ({ state: "bot", agent: null }),
  agent_vanished: () => ({ state: "queued", agent: null }),
  transferred: () => ({ state: "queued", agent: null }),
  taken_over: ({ by }) => ({ state: "agent", agent: by, queue: null, back_by: null }),
  snoozed: ({ until }) => ({ state: "snoozed", agent: null, back_by: until }),
  closed: ({ at }) => ({ state: "closed", closed_at: at, queue: null, back_by: null }),
};

function after(conversation: Conversation, event: Event): Conversation {
  const change = CHANGES[event.type] as ((event: Event) => Partial<Conversation>) | undefined;
  return { ...conversation, ...change?.(event), last_seq: event.seq };
}

const NOTICES: ReadonlySet<EventType> = new Set<NoticeEvent["type"]>([
  "notice_given",
  "human_asked",
  "returned_to_assistant",
  "email_left",
  "call_back_wanted",
  "agent_accepted",
  "handed_back",
  "agent_vanished",
  "transferred",
  "taken_over",
  "snoozed",
  "note_added",
  "closed",
]);

function entryOf(event: Event): Entry | null {
  const { conversation, seq, at } = event;
  switch (event.type) {
    case "customer_said":
      return { kind: "said", conversation, seq, at, by: "customer", name: null, parts: event.parts, messageId: event.client_message_id };
    case "assistant_said":
    case "assistant_failed":
      return { kind: "said", conversation, seq, at, by: "assistant", name: null, parts: event.parts, messageId: null };
    case "agent_said": {
      const { agent, parts, client_message_id } = event;
      return { kind: "said", conversation, seq, at, by: "agent", name: agent.name, parts, messageId: client_message_id };
    }
    default:
      return isNotice(event) ? { kind: "notice", seq, at, event } : null;
  }
}

function isNotice(event: Event): event is NoticeEvent {
  return NOTICES.has(event.type);
}
