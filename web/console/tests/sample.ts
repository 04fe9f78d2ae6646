/** Small values that tests vary. */
import type { Event } from "@lotse/sdk";
import type { Packet, Row } from "../src/wire.ts";

export const ROW: Row = {
  id: "r1",
  case_number: "L-1",
  state: "queued",
  epoch: 1,
  customer: { id: "c1", name: "Lena Brandt", kind: "freelancer", verified: true },
  language: "de",
  channel: "in_app",
  case_type: "ask_payout_status",
  reason: "customer_asked",
  rule: null,
  priority: "rest",
  urgency: "normal",
  required_skills: [],
  preview: "Wo bleibt mein Geld?",
  last_seq: 3,
  started_at: "2026-11-24T08:00:00Z",
  waiting_since: "2026-11-24T08:05:00Z",
  updated_at: "2026-11-24T08:05:00Z",
  owner: null,
  close_reason: null,
  offered_to: null,
  offer_until: null,
  last_agent: null,
  team: null,
  rank: null,
  due: { first_response: null, next_response: null, resolution: null },
  snoozed_until: null,
  followers: [],
  tags: [],
};

export const row = (change: Partial<Row>): Row => ({ ...ROW, ...change });

export function said(seq: number, text = `message ${seq}`, at = "2026-11-24T08:00:00Z"): Event {
  const parts = [{ kind: "text", text }] as const;
  return { conversation: "r1", seq, at, type: "customer_said", origin: "customer", client_message_id: `m${seq}`, parts };
}

export const PACKET: Packet = {
  reason: "rule",
  rule: "payout_overdue",
  case_type: "report_payout_problem",
  language: "de",
  urgency: { level: "high", why: { de: "Eilig.", en: "It is urgent." } },
  customer: {
    id: "c1",
    sub: "lena",
    kind: "freelancer",
    name: "Lena Brandt",
    verified: true,
    segment: "established",
    since: "2023-01-01",
    time_zone: "Europe/Berlin",
  },
  payout: {
    reference: "PO-48213",
    state: "failed",
    reason: "name_mismatch",
    amount: "1640.50",
    currency: "EUR",
    since: "2026-11-23T10:00:00Z",
    expected_on: null,
    history: [],
  },
  identity: "verified",
  tax: "ok",
  slots: {},
  entities: [],
  tried: [],
  summary: { de: "Bisher.", en: "So far." },
  page_url: null,
  required_skills: ["payouts", "identity"],
  priority: "stuck",
  explanation: { de: "Darum.", en: "Because." },
  earlier: [],
};
