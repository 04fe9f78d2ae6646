/** What travels between Lotse and its clients: the one typed table of events, parts and frames. */

import type { AttachmentPart } from "./attachment-wire.ts";
import type { PayoutCard, ArticleCard } from "./cards.ts";
import type { GuideCard } from "./guide-wire.ts";
import type { PlatformLinks } from "./link-wire.ts";

export type Language = "de" | "en";
export type Channel = "in_app" | "web";
export type CustomerKind = "freelancer" | "client" | "visitor";

export interface Customer {
  readonly id: string;
  readonly kind: CustomerKind;
  readonly name: string | null;
  readonly verified: boolean;
}

export type ConversationState = "bot" | "queued" | "agent" | "snoozed" | "closed";

export interface Queue {
  readonly place: number;
  readonly expected_wait_s: number | null;
  /** False outside opening hours. */
  readonly open: boolean;
  readonly opens_at: string | null;
  /** So many wait that an answer elsewhere is the better way. */
  readonly offer_email: boolean;
}

export interface AgentName {
  readonly name: string;
}

export interface Conversation {
  readonly id: string;
  readonly case_number: string;
  readonly state: ConversationState;
  readonly language: Language;
  readonly channel: Channel;
  readonly last_seq: number;
  readonly started_at: string;
  readonly closed_at: string | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly agent: AgentName | null;
  readonly queue: Queue | null;
  /** When somebody comes back to it, if it was put off to a time. */
  readonly back_by: string | null;
  /** How the customer can be reached outside the chat. */
  readonly contact?: Contact | null;
}

export interface Contact {
  readonly email: string | null;
  readonly phone: string | null;
  readonly call_back_at: string | null;
}

export interface Choice {
  readonly id: string;
  readonly title: string;
}

export type PayoutState =
  | "requested"
  | "under_review"
  | "on_hold"
  | "processing"
  | "in_transit"
  | "paid"
  | "returned"
  | "failed"
  | "canceled";

export type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "choices"; readonly choices: readonly Choice[] }
  | { readonly kind: "payout"; readonly payout: PayoutCard }
  | { readonly kind: "article"; readonly article: ArticleCard }
  | { readonly kind: "guide"; readonly guide: GuideCard } | PlatformLinks | AttachmentPart;

export type HandoffReason = "customer_asked" | "rule" | "bot_failed_twice" | "risk" | "bot_unavailable";
/** What was made unreadable in a message as it arrived. */
export type MaskedKind = "card" | "iban" | "identity_paper" | "tax_number" | "password" | "code" | "token";
export type CloseReason = "resolved" | "no_reply" | "duplicate" | "spam" | "other" | "customer_left" | "signed_in_elsewhere";

/** What each type of event carries, beside conversation, seq, at and origin. */
export interface EventMap {
  started: { readonly channel: Channel; readonly language: Language; readonly previous: string | null };
  customer_said: { readonly client_message_id: string; readonly parts: readonly Part[]; readonly masked?: readonly MaskedKind[] };
  assistant_said: { readonly in_reply_to: number | null; readonly parts: readonly Part[] };
  assistant_failed: { readonly in_reply_to: number | null; readonly parts: readonly Part[] };
  /** What became of the customer's message `about`, in their language. */
  notice_given: { readonly about: number; readonly code: "masked"; readonly kinds: readonly MaskedKind[]; readonly parts: readonly Part[] };
  language_changed: { readonly language: Language };
  human_asked: {
    readonly reason: HandoffReason;
    readonly rule: string | null;
    readonly case_number: string;
    /** Agents only; its shape is the console's matter. */
    readonly packet?: unknown;
  };
  returned_to_assistant: object;
  /** The customer is answered here if they are away. */
  email_left: { readonly address: string };
  /** The customer is called then. */
  call_back_wanted: { readonly call_at: string; readonly phone: string };
  agent_accepted: { readonly agent: AgentName };
  agent_said: { readonly agent: AgentName; readonly client_message_id: string; readonly parts: readonly Part[]; readonly masked?: readonly MaskedKind[]; /** Agents only: the words began as a draft. */ readonly draft?: { readonly maker: "built_in" | "model"; readonly edited: boolean; readonly sources: readonly string[] } };
  handed_back: { readonly agent: AgentName };
  agent_vanished: { readonly agent: AgentName };
  /** To whom is for agents only. */
  transferred: { readonly by: AgentName; readonly to_team?: string | null; readonly to_agent?: AgentName | null };
  taken_over: { readonly by: AgentName; readonly agent: AgentName | null };
  /** Put off to a time, or (null) until the customer writes. */
  snoozed: { readonly agent: AgentName; readonly until: string | null };
  /** Agents only, as are the next five. */
  offered: { readonly agent: AgentName; readonly until: string; readonly why: Readonly<Record<string, string>> };
  offer_declined: { readonly agent: AgentName; readonly reason: string };
  offer_lapsed: { readonly agent: AgentName };
  woken: { readonly why: "time" | "reply" };
  followed: { readonly agent: AgentName };
  unfollowed: { readonly agent: AgentName };
  /** Agents only. */
  note_added: { readonly agent: AgentName; readonly client_message_id: string; readonly text: string; readonly masked?: readonly MaskedKind[] };
  /** Agents only: a playbook was begun, ticked off, ended; `item` is a step or a contact. */
  playbook_noted: {
    readonly playbook: string;
    readonly move: "started" | "step_done" | "step_undone" | "contact_reached" | "contact_silent" | "ended";
    readonly item: string | null;
    readonly agent: AgentName | null;
  };
  /** Agents only. */
  tagged: { readonly agent: AgentName; readonly added: readonly string[]; readonly removed: readonly string[] };
  closed: { readonly by: "agent" | "customer" | "system"; readonly reason: CloseReason | null };
  /** In place of an event that only agents may see, so that seq has no gaps. */
  internal: object;
}

export type EventType = keyof EventMap;
export type Origin = "customer" | "assistant" | "agent" | "system";

interface Envelope<T extends EventType> {
  readonly conversation: string;
  readonly seq: number;
  readonly at: string;
  readonly type: T;
  readonly origin: Origin;
}

export type EventOf<T extends EventType> = { [K in T]: Envelope<K> & EventMap[K] }[T];
export type Event = EventOf<EventType>;

/** Frames a customer's socket sends. */
export type CustomerFrame =
  | { readonly type: "resume"; readonly session: string; readonly conversation: string; readonly after: number }
  | { readonly type: "typing" }
  | { readonly type: "ping" };

/** Frames a customer's socket receives. */
export type ServerFrame =
  | { readonly type: "resumed"; readonly conversation: Conversation; readonly last_seq: number }
  | { readonly type: "event"; readonly event: Event }
  | { readonly type: "conversation"; readonly conversation: Conversation }
  | { readonly type: "queue"; readonly queue: Queue }
  | { readonly type: "typing"; readonly who: "agent" | "assistant" }
  /** The customer got on with a guide, here or elsewhere. */
  | { readonly type: "guide"; readonly guide: string }
  | { readonly type: "crisis_notice"; readonly text: Readonly<Record<Language, string>> | null }
  | { readonly type: "pong" };

export const SUBPROTOCOL = "lotse.v1";

/** Why the server closed a socket. */
export const CloseCode = { badFrame: 4400, notSignedIn: 4401, unknown: 4404, tooSlow: 4408, tryAgain: 1013 } as const;

export const TEXT_LIMIT = 8000;

export interface SessionAnswer {
  readonly session: string;
  readonly customer: Customer;
  readonly conversation: Conversation;
  readonly last_seq: number;
}

export interface SaidAnswer {
  readonly conversation: string;
  readonly seq: number;
}

export interface EventsAnswer {
  readonly events: readonly Event[];
  readonly last_seq: number;
}
