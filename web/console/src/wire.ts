/** What the agent API and the agent socket say beside the events that customers see too. */
import type { Contact, ConversationState, CustomerKind, Event } from "@lotse/sdk";

export type { CountedView, Counts, Filters, RowsAnswer, SavedView, View, ViewsAnswer } from "./inbox/wire.ts";

/** As agents see it: they know whom a waiting customer is offered to. */
export type RowState = ConversationState | "offered";
export type Status = "online" | "away" | "away_reassign" | "offline";
export type DeclineReason = "busy" | "wrong_skill" | "wrong_language" | "break" | "other";
export type Priority = "security" | "stuck" | "rest";
export type UrgencyLevel = "low" | "normal" | "high" | "critical";
export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly teams: readonly string[];
  readonly capacity: number;
  readonly status: Status;
}

/** Agents are told of each other by id too; customers by name only. */
export interface AgentRef {
  readonly id: string;
  readonly name: string;
}

/** By when an answer or an end is owed. */
export interface Due {
  readonly first_response: string | null;
  readonly next_response: string | null;
  readonly resolution: string | null;
}

export interface Row {
  readonly id: string;
  readonly case_number: string;
  readonly state: RowState;
  readonly epoch: number;
  readonly customer: { id: string; name: string | null; kind: CustomerKind; verified: boolean };
  readonly language: string;
  readonly channel: string;
  readonly case_type: string | null;
  readonly reason: string | null;
  readonly rule: string | null;
  readonly priority: Priority | null;
  readonly urgency: UrgencyLevel | null;
  readonly required_skills: readonly string[];
  readonly preview: string;
  readonly last_seq: number;
  readonly started_at: string;
  readonly waiting_since: string | null;
  readonly updated_at: string;
  readonly owner: AgentRef | null;
  readonly offered_to: AgentRef | null;
  readonly offer_until: string | null;
  readonly last_agent: AgentRef | null;
  readonly team: string | null;
  readonly rank: number | null;
  readonly due: Due;
  /** With state `snoozed`: null until the customer writes. */
  readonly snoozed_until: string | null;
  /** How the customer can be reached outside the chat. */
  readonly contact?: Contact | null;
  readonly followers: readonly string[];
  readonly close_reason: string | null;
  readonly tags: readonly string[];
}

export type PerLanguage = Partial<Record<string, string>>;

export interface PayoutStep {
  readonly state: string;
  readonly reason?: string | null;
  readonly at: string;
}

export interface PayoutSnapshot {
  readonly reference: string;
  readonly state: string;
  readonly reason: string | null;
  readonly amount: string;
  readonly currency: string;
  readonly since: string;
  readonly expected_on: string | null;
  readonly history: readonly PayoutStep[];
}

export interface Tried {
  readonly question: string;
  readonly answer: string;
  readonly intent: string | null;
  readonly confidence: number | null;
  readonly articles: readonly string[];
  readonly at: string;
}

export interface EarlierCase {
  readonly conversation: string;
  readonly case_number: string;
  readonly case_type: string | null;
  readonly closed_at: string | null;
  readonly close_reason: string | null;
}

export interface PacketCustomer {
  readonly id: string;
  readonly sub: string | null;
  readonly kind: CustomerKind;
  readonly name: string | null;
  readonly verified: boolean;
  readonly segment: string | null;
  readonly since: string | null;
  readonly time_zone: string | null;
}

export interface Packet {
  readonly reason: string;
  readonly rule: string | null;
  readonly case_type: string | null;
  readonly language: string;
  readonly urgency: { level: UrgencyLevel; why: PerLanguage };
  readonly customer: PacketCustomer;
  readonly payout: PayoutSnapshot | null;
  readonly identity: string | null;
  readonly tax: string | null;
  readonly slots: Record<string, unknown>;
  readonly entities: readonly { readonly entity: string; readonly value: string }[];
  readonly tried: readonly Tried[];
  readonly summary: PerLanguage;
  readonly page_url: string | null;
  readonly required_skills: readonly string[];
  readonly priority: Priority;
  readonly explanation: PerLanguage;
  readonly earlier: readonly EarlierCase[];
  /** Null in packets from before there were routes. */
  readonly route?: Route | null;
}

/** Where a case goes: the rule that says so, and why. */
export interface Route {
  readonly rule: string;
  readonly priority: Priority;
  readonly why: PerLanguage;
}

export interface Earlier {
  readonly id: string;
  readonly case_number: string;
  readonly state: ConversationState;
  readonly started_at: string;
  readonly closed_at: string | null;
  readonly close_reason: string | null;
}

/** Satisfaction 1 to 5, ease 1 to 7. */
export interface Rating {
  readonly csat: number;
  readonly effort: number | null;
  readonly comment: string | null;
  readonly at: string;
}

export interface DetailAnswer {
  readonly row: Row;
  readonly packet: Packet | null;
  readonly earlier: readonly Earlier[];
  readonly events: readonly Event[];
  readonly rating: Rating | null;
}
