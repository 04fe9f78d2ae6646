/** Files of pretended customers: what their handoff knew, and a little more. */
import type { CustomerFile, Entry, TimelineAnswer } from "../../src/file/wire.ts";
import type { PayoutSnapshot, Row } from "../../src/wire.ts";
import { ago } from "./cases.ts";
import { Refused, type World } from "./world.ts";

const OLDER: PayoutSnapshot = {
  reference: "PO-39917",
  state: "paid",
  reason: null,
  amount: "418.75",
  currency: "EUR",
  since: ago(700),
  expected_on: null,
  history: [
    { state: "requested", at: ago(790) },
    { state: "processing", at: ago(788) },
    { state: "in_transit", at: ago(760) },
    { state: "paid", at: ago(700) },
  ],
};

const NOTHING = { payout: null, identity: null, tax: null };

export function fileOf(world: World, rows: readonly Row[]): CustomerFile {
  const [row] = rows;
  if (row === undefined) throw new Refused(404, "not_found");
  const { payout, identity, tax } = world.packets.get(row.id) ?? NOTHING;
  const steps = ["Photograph your document", "Take a picture of yourself", "Wait for the result"];
  return {
    customer: row.customer,
    platform: {
      identity: { state: identity ?? "verified", reason: null, since: ago(900) },
      tax: { state: tax ?? "ok", reason: null, since: ago(900) },
      method: null,
      payouts: payout === null ? [OLDER] : [payout, OLDER, { ...OLDER, reference: "PO-31200", state: "returned" }],
      milestones: [
        { id: "MS-1", project: "PR-1", title: "Logo and colours", state: "approved", reason: null, amount: "640", currency: "EUR", since: ago(40), pays: false },
      ],
    },
    conversations: [],
    guides: [
      { slug: "identity-check", title: "Identity check", done: 1, total: 3, steps: steps.map((title, at) => ({ id: String(at), title, done_by: at === 0 ? "customer" : null })) },
    ],
  };
}

export function timelineOf(world: World, rows: readonly Row[]): TimelineAnswer {
  const events: Entry[] = rows.flatMap((row) => world.detail(row.id).events.map((event) => ({ kind: "event" as const, event })));
  const changes: Entry[] = fileOf(world, rows).platform.payouts.flatMap((payout) =>
    payout.history.map((step) => ({
      kind: "change" as const,
      change: { id: `${payout.reference} ${step.at}`, topic: "payout" as const, subject: payout.reference, title: null, state: step.state, reason: step.reason ?? null, amount: payout.amount, currency: payout.currency, at: step.at },
    })),
  );
  const at = (entry: Entry): string => (entry.kind === "event" ? entry.event.at : entry.change.at);
  return { entries: [...events, ...changes].sort((a, b) => at(b).localeCompare(at(a))), next: null };
}
