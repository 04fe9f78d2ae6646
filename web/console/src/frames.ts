/** What travels on the agent socket. */
import type { Event } from "@lotse/sdk";
import type { Figures } from "./live/wallboard.ts";
import type { Agent, AgentRef, PerLanguage, Row, Status } from "./wire.ts";

/** The agent is asked to take a conversation, and nobody else is. */
export interface OfferFrame {
  readonly type: "offer";
  readonly row: Row;
  readonly until: string;
  /** Seconds; this computer's clock need not be right. */
  readonly left_s: number;
  readonly why: PerLanguage;
  readonly summary: PerLanguage;
}

/** Somebody else of the team looks at a watched conversation. */
export interface ColleagueFrame {
  readonly type: "colleague";
  readonly conversation: string;
  readonly agent: AgentRef;
  readonly doing: Doing;
}
export type Doing = "viewing" | "writing" | "gone";

/** Frames the agent socket sends. */
export interface OfferEndedFrame {
  readonly type: "offer_ended";
  readonly conversation: string;
  readonly why: "accepted" | "passed_on" | "taken";
}

/** Many are waiting, and what is different meanwhile; level 0: it is over. */
export interface SurgeFrame {
  readonly type: "surge";
  readonly level: number;
  readonly extra_capacity: number;
  readonly widen: boolean;
  readonly offer_email: boolean;
  readonly stand_by: readonly string[];
  readonly notice: "lead" | "stand_by" | "agent";
}

export type AgentFrame =
  | { readonly type: "resume" }
  | { readonly type: "watch"; readonly conversation: string; readonly after: number }
  | { readonly type: "unwatch"; readonly conversation: string }
  | { readonly type: "typing"; readonly conversation: string }
  | { readonly type: "watch_wallboard"; readonly on: boolean }
  | { readonly type: "present"; readonly conversation: string; readonly doing: Doing }
  | { readonly type: "ping" };

/** Frames the agent socket receives. */
export type DeskFrame =
  | { readonly type: "resumed"; readonly agent: Agent; readonly offers: boolean }
  | { readonly type: "rows"; readonly rows: readonly Row[] }
  | { readonly type: "event"; readonly event: Event }
  | { readonly type: "typing"; readonly conversation: string; readonly who: "customer" }
  | ColleagueFrame
  | OfferFrame
  | OfferEndedFrame
  | { readonly type: "wallboard"; readonly wallboard: Figures }
  | SurgeFrame
  | { readonly type: "pong"; readonly status: Status | null };
