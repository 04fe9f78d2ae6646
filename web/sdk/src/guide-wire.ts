/** Guides as they travel: in a message, and as far as a customer is with one. */

import type { Language } from "./wire.ts";

export interface GuideCardStep {
  readonly id: string;
  readonly title: string;
  /** As it stood when the card was sent. */
  readonly done: boolean;
}

/** A guide in a message; how far the customer is by now is asked for by its slug. */
export interface GuideCard {
  readonly slug: string;
  readonly language: Language;
  readonly title: string;
  readonly steps: readonly GuideCardStep[];
}

export interface GuideStep {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly how: string;
  readonly article: { readonly slug: string; readonly title: string; readonly url: string };
  /** Ticked by the customer, or known to be done by the platform. */
  readonly done_by: "customer" | "platform" | null;
  readonly done_at: string | null;
}

/** A guide as far as the customer is with it. */
export interface Guide {
  readonly slug: string;
  readonly language: Language;
  readonly title: string;
  readonly lead: string;
  readonly audience: "freelancer" | "client" | "both";
  readonly minutes: number;
  readonly steps: readonly GuideStep[];
  readonly done: number;
  readonly total: number;
  /** The first step that is still open. */
  readonly next: string | null;
}
