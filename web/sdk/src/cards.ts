/** Cards in a message: a payout, an article. */

import type { Language, PayoutState } from "./wire.ts";

export interface PayoutStep {
  readonly state: PayoutState;
  readonly at: string;
}

export interface PayoutCard {
  readonly reference: string;
  readonly state: PayoutState;
  /** Already written for the customer's language. */
  readonly amount: string;
  readonly since: string;
  readonly expected_on: string | null;
  readonly method: string | null;
  readonly history: readonly PayoutStep[];
}

export interface ArticleCard {
  readonly slug: string;
  readonly language: Language;
  readonly title: string;
  readonly url: string;
  readonly passage: string;
}

/** An article found by search. */
export interface ArticleHit extends ArticleCard {
  readonly score: number;
}

/** Another article, to go on with. */
export interface ArticleReference {
  readonly slug: string;
  readonly title: string;
  readonly url: string;
}

/** A whole article. Its HTML is the server's, cleaned; whoever shows it lets through only what they know. */
export interface HelpArticle extends ArticleReference {
  readonly language: Language;
  readonly short_answer: string;
  readonly html: string;
  readonly related: readonly ArticleReference[];
}
