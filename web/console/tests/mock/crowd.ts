/** A Monday's crowd: always the same people in the same order. */
import type { Priority, Row, UrgencyLevel } from "../../src/wire.ts";
import { ago } from "./cases.ts";

const FIRST = "Katja Tomas Priya Helen Jürgen Aylin Marek Sofie Noah Ingrid Paolo Zeynep Emil Carla Bram Ewa".split(" ");
const LAST = "Lorenz Reyes Nair Ward Asmus Demir Novak Lindqvist Fischer Haugen Ricci Kaya Weber Santos Visser Kowalska".split(" ");
const SAID: readonly [string, "de" | "en", string, Priority, UrgencyLevel][] = [
  ["Meine Auszahlung sollte am Donnerstag da sein, auf dem Konto ist nichts.", "de", "report_payout_problem", "stuck", "high"],
  ["My ID was rejected but the photo is perfectly sharp", "en", "ask_identity_check", "stuck", "normal"],
  ["Der Kunde gibt den Meilenstein seit zwei Wochen nicht frei", "de", "ask_milestone", "rest", "normal"],
  ["how do I get an invoice for September", "en", "ask_invoice", "rest", "low"],
  ["Ich möchte eine Rückerstattung, die Arbeit wurde nie geliefert.", "de", "ask_refund", "stuck", "normal"],
  ["I can't log in, the code never arrives", "en", "reset_login", "rest", "high"],
  ["Bei welcher Bank liegt mein Geld gerade? PO-81233 fehlt seit Tagen", "de", "ask_payout_status", "stuck", "normal"],
  ["Do I need a VAT id as a freelancer in Spain?", "en", "ask_tax_info", "rest", "low"],
  ["Wie ändere ich mein Bankkonto, ohne die nächste Auszahlung zu verpassen?", "de", "change_payout_method", "rest", "normal"],
  ["Welche Gebühren fallen bei PayPal an?", "de", "ask_fees", "rest", "low"],
];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

const VISITOR = { name: null, kind: "visitor", verified: false } as const;

function dueOf(index: number, state: Row["state"]): Row["due"] {
  const first = state === "queued" ? ago(-(index % 40) / 60) : null;
  return { first_response: first, next_response: null, resolution: null };
}

/** `index` decides everything, so that two runs show the same list. */
export function somebody(index: number, state: Row["state"]): Row {
  const [preview, language, case_type, priority, urgency] = at(SAID, (index * 7919) % 101);
  const pressing = state === "bot" ? { priority: null, urgency: null } : { priority, urgency };
  const minutes = 1 + ((index * 37) % 29) + (index % 1000) / 1000;
  const name = `${at(FIRST, index * 7)} ${at(LAST, index * 3 + 1)}`;
  return {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
    case_number: `L-${30_000 + index}`,
    state,
    epoch: 1,
    customer: {
      id: `c${index}`,
      ...(index % 6 === 0 ? VISITOR : { name, kind: index % 4 === 0 ? "client" : "freelancer", verified: true }),
    },
    language,
    channel: index % 3 === 0 ? "web" : "in_app",
    case_type,
    reason: "customer_asked",
    rule: null,
    ...pressing,
    required_skills: ["general"],
    preview,
    last_seq: 4,
    started_at: ago(minutes / 60 + 0.1),
    waiting_since: state === "queued" ? ago(minutes / 60) : null,
    updated_at: ago(minutes / 60),
    owner: null,
    offered_to: null,
    offer_until: null,
    last_agent: null,
    team: at(["Trust & Safety", "Payments", "Payments"], index),
    rank: null,
    due: dueOf(index, state),
    snoozed_until: null,
    followers: [],
    tags: [],
    close_reason: state === "closed" ? "resolved" : null,
  };
}
