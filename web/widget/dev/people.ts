/** The people of the stand-in server, and their pages' data. */

import type { Customer } from "@lotse/sdk";

const PEOPLE = [
  { sub: "tomas", name: "Tomas Reyes", kind: "freelancer", language: "en" },
  { sub: "lena", name: "Lena Brandt", kind: "freelancer", language: "de" },
  { sub: "helen", name: "Helen Ward", kind: "client", language: "en" },
] as const;

const PAYOUTS = [
  { reference: "PO-70077", amount: "99.00", currency: "EUR", state: "under_review" },
  { reference: "PO-70052", amount: "450.75", currency: "EUR", state: "in_transit" },
  { reference: "PO-70011", amount: "300.00", currency: "EUR", state: "paid" },
];

export function verify(identity: string): Omit<Customer, "id"> | null {
  const person = PEOPLE.find(({ sub }) => identity === `token-of-${sub}`);
  return person === undefined ? null : { kind: person.kind, name: person.name, verified: true };
}

/** What /demo/… answers; null when it is a page. */
export function demo(url: URL): unknown {
  const sub = url.searchParams.get("sub") ?? "";
  switch (url.pathname) {
    case "/demo/people":
      return { people: PEOPLE, agents: [{ email: "amira@lotse.test", name: "Amira", password: "harbour-light" }] };
    case "/demo/token":
      return { token: `token-of-${sub}` };
    case "/demo/payouts":
      return { payouts: sub === "helen" ? [] : PAYOUTS };
    default:
      return null;
  }
}
