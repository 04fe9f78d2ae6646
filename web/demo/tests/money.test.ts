import { expect, test } from "vitest";

import { fortuneOf, money, sums } from "../src/money.ts";
import type { Payout } from "../src/people.ts";

function payout(amount: string, state: string, currency = "EUR"): Payout {
  return { reference: "PO-1", amount, state, currency };
}

test("payouts are summed by what they mean, and never across currencies", () => {
  const all = [payout("10.50", "in_transit"), payout("4.50", "requested"), payout("7", "processing", "GBP"), payout("3", "failed"), payout("1", "canceled")];

  expect(sums(all)).toEqual([
    { fortune: "onTheWay", currency: "EUR", amount: 15 },
    { fortune: "onTheWay", currency: "GBP", amount: 7 },
    { fortune: "attention", currency: "EUR", amount: 3 },
  ]);
});

test("a state that is not known means nothing", () => {
  expect(fortuneOf(payout("1", "somewhere"))).toBeNull();
});

test("money is written in the reader's way", () => {
  expect(money("de", 1120.5, "EUR").replace(/\s/g, " ")).toBe("1.120,50 €");
  expect(money("en", 1120.5, "EUR")).toBe("€1,120.50");
});
