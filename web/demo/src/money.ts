/** Sums of payouts, by what they mean to their owner. Pure. */

import type { Language, Payout } from "./people.ts";

export type Fortune = "onTheWay" | "arrived" | "attention";

const FORTUNES: Readonly<Record<string, Fortune>> = {
  requested: "onTheWay",
  under_review: "onTheWay",
  processing: "onTheWay",
  in_transit: "onTheWay",
  paid: "arrived",
  on_hold: "attention",
  returned: "attention",
  failed: "attention",
};

/** Cancelled payouts are nobody's money. */
export function fortuneOf({ state }: Payout): Fortune | null {
  return FORTUNES[state] ?? null;
}

export function money(language: Language, amount: number, currency: string): string {
  return new Intl.NumberFormat(language === "de" ? "de-DE" : "en-GB", { style: "currency", currency }).format(amount);
}

/** One sum for each fortune and currency that there is, in the order in which they matter. */
export function sums(payouts: readonly Payout[]): readonly { readonly fortune: Fortune; readonly currency: string; readonly amount: number }[] {
  const order: readonly Fortune[] = ["onTheWay", "attention", "arrived"];
  return order.flatMap((fortune) => {
    const those = payouts.filter((payout) => fortuneOf(payout) === fortune);
    return [...new Set(those.map(({ currency }) => currency))].map((currency) => ({
      fortune,
      currency,
      amount: those.filter((payout) => payout.currency === currency).reduce((sum, payout) => sum + Number(payout.amount), 0),
    }));
  });
}
