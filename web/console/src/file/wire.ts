/** A customer's file as the agent API has it. */
import type { Event } from "@lotse/sdk";
import type { Earlier, PayoutSnapshot, Row } from "../wire.ts";

export interface Gate {
  readonly state: string;
  readonly reason: string | null;
  readonly since: string | null;
}

export interface Milestone {
  readonly id: string;
  readonly project: string;
  readonly title: string;
  readonly state: string;
  readonly reason: string | null;
  readonly amount: string;
  readonly currency: string;
  readonly since: string;
  /** Whether the customer is the one who pays for it. */
  readonly pays: boolean;
}

export interface GuideStep {
  readonly id: string;
  readonly title: string;
  readonly done_by: string | null;
}

export interface Guide {
  readonly slug: string;
  readonly title: string;
  readonly steps: readonly GuideStep[];
  readonly done: number;
  readonly total: number;
}

export interface CustomerFile {
  readonly customer: Row["customer"];
  readonly platform: {
    readonly identity: Gate | null;
    readonly tax: Gate | null;
    readonly method: Gate | null;
    readonly payouts: readonly PayoutSnapshot[];
    readonly milestones: readonly Milestone[];
  };
  readonly conversations: readonly Earlier[];
  readonly guides: readonly Guide[];
}

/** Something of the customer's came into another state on the platform. */
export interface Change {
  readonly id: string;
  readonly topic: "payout" | "milestone" | "identity" | "tax" | "method";
  readonly subject: string;
  readonly title: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly at: string;
}

export type Entry = { readonly kind: "event"; readonly event: Event } | { readonly kind: "change"; readonly change: Change };

export interface TimelineAnswer {
  readonly entries: readonly Entry[];
  readonly next: string | null;
}
