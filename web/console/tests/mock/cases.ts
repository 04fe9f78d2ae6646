/** Cases with everything that a packet can hold, for looking at the console and for tests. */
import type { Packet } from "../../src/wire.ts";

const HOUR = 3_600_000;
export const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString();
const inDays = (days: number): string => new Date(Date.now() + days * 24 * HOUR).toISOString().slice(0, 10);

export interface Case {
  readonly name: string | null;
  readonly language: "de" | "en";
  readonly channel: "in_app" | "web";
  readonly waitingMinutes: number;
  readonly packet: Packet;
}

const customer = (sub: string, name: string, kind: "freelancer" | "client", since: string): Packet["customer"] => ({
  id: `customer-${sub}`,
  sub,
  kind,
  name,
  verified: true,
  segment: "established",
  since,
  time_zone: "Europe/Berlin",
});

const daniel: Case = {
  name: "Daniel Okafor",
  language: "en",
  channel: "in_app",
  waitingMinutes: 31,
  packet: {
    reason: "rule",
    rule: "payout_overdue",
    case_type: "report_payout_problem",
    language: "en",
    urgency: {
      level: "high",
      why: {
        en: "Rent is due on Friday, and the payout failed twice.",
        de: "Die Miete ist Freitag fällig, und die Auszahlung ist zweimal fehlgeschlagen.",
      },
    },
    customer: { ...customer("daniel", "Daniel Okafor", "freelancer", "2023-04-18"), time_zone: "Africa/Lagos" },
    payout: {
      reference: "PO-51907",
      state: "failed",
      reason: "name_mismatch",
      amount: "1120.50",
      currency: "EUR",
      since: ago(20),
      expected_on: null,
      history: [
        { state: "requested", reason: null, at: ago(96) },
        { state: "processing", reason: null, at: ago(70) },
        { state: "in_transit", reason: null, at: ago(66) },
        { state: "failed", reason: "name_mismatch", at: ago(20) },
      ],
    },
    identity: "verified",
    tax: "ok",
    slots: { payout_reference: "PO-51907", language: "en" },
    entities: [
      { entity: "payout_reference", value: "PO-51907" },
      { entity: "date", value: "Friday" },
    ],
    tried: [
      {
        question: "Where is my money? PO-51907",
        answer:
          "PO-51907 (€1,120.50) failed yesterday: the account holder is not the name on your profile. The money is back in your balance.",
        intent: "ask_payout_status",
        confidence: 0.97,
        articles: ["name-mismatch"],
        at: ago(0.3),
      },
      {
        question: "but it IS my company, this worked last year",
        answer: "I am not sure that I understood. Do you want to change your payout method?",
        intent: "change_payout_method",
        confidence: 0.41,
        articles: ["payout-failed"],
        at: ago(0.15),
      },
    ],
    summary: {
      en: "Daniel's payout PO-51907 failed because the account belongs to “Okafor Design Ltd” while his profile says “Daniel Okafor”. He says that the same account worked last year. He has not yet been told how to add a company to his profile.",
      de: "Daniels Auszahlung PO-51907 ist fehlgeschlagen, weil das Konto auf „Okafor Design Ltd“ läuft, das Profil aber auf „Daniel Okafor“. Er sagt, mit demselben Konto habe es letztes Jahr geklappt. Wie man eine Firma ins Profil aufnimmt, wurde ihm noch nicht erklärt.",
    },
    page_url: "https://app.example.com/payouts/PO-51907",
    required_skills: ["payouts"],
    priority: "stuck",
    explanation: {
      en: "Money is stuck and the customer needs it by Friday, so this goes ahead of general questions to somebody who knows payouts.",
      de: "Geld hängt fest und wird bis Freitag gebraucht. Deshalb kommt der Fall vor allgemeinen Fragen zu jemandem, der sich mit Auszahlungen auskennt.",
    },
    earlier: [
      {
        conversation: "earlier-daniel",
        case_number: "L-20418",
        case_type: "ask_tax_info",
        closed_at: ago(24 * 41),
        close_reason: "resolved",
      },
    ],
  },
};

const lena: Case = {
  ...daniel,
  name: "Lena Brandt",
  language: "de",
  waitingMinutes: 33,
  packet: {
    ...daniel.packet,
    reason: "customer_asked",
    rule: null,
    case_type: "ask_payout_status",
    language: "de",
    urgency: { level: "normal", why: { en: "Nothing is late yet.", de: "Noch ist nichts überfällig." } },
    customer: customer("lena", "Lena Brandt", "freelancer", "2021-09-02"),
    payout: {
      reference: "PO-48213",
      state: "in_transit",
      reason: null,
      amount: "640.00",
      currency: "EUR",
      since: ago(26),
      expected_on: inDays(2),
      history: [
        { state: "requested", reason: null, at: ago(54) },
        { state: "processing", reason: null, at: ago(30) },
        { state: "in_transit", reason: null, at: ago(26) },
      ],
    },
    tried: [
      {
        question: "Wo bleibt mein Geld?",
        answer: "PO-48213 über 640,00 € ist seit gestern unterwegs zu Ihrer Bank. Erwartet wird sie in zwei Bankarbeitstagen.",
        intent: "ask_payout_status",
        confidence: 0.98,
        articles: [],
        at: ago(0.4),
      },
    ],
    summary: {
      en: "Lena asked where PO-48213 is, was told that it is in transit, and then asked for a person without saying why.",
      de: "Lena hat nach PO-48213 gefragt, erfahren, dass sie unterwegs ist, und dann ohne Angabe von Gründen nach einem Menschen gefragt.",
    },
    explanation: {
      en: "The customer asked for a person. Nothing is late, so it waits in turn.",
      de: "Es wurde nach einem Menschen gefragt. Nichts ist überfällig, also der Reihe nach.",
    },
    priority: "rest",
    earlier: [],
  },
};

const murat: Case = {
  ...lena,
  name: "Murat Yıldız",
  waitingMinutes: 32,
  packet: {
    ...lena.packet,
    reason: "rule",
    rule: "security_report",
    case_type: "report_security",
    urgency: {
      level: "critical",
      why: { en: "Somebody else may be in the account.", de: "Womöglich ist jemand anders im Konto." },
    },
    customer: customer("murat", "Murat Yıldız", "freelancer", "2022-01-11"),
    payout: {
      reference: "PO-60318",
      state: "on_hold",
      reason: "kyc_required",
      amount: "2310.00",
      currency: "EUR",
      since: ago(50),
      expected_on: null,
      history: [
        { state: "requested", reason: null, at: ago(80) },
        { state: "on_hold", reason: "kyc_required", at: ago(50) },
      ],
    },
    identity: "pending",
    tax: "missing",
    required_skills: ["security", "identity"],
    priority: "security",
    summary: {
      en: "Murat reports a mail that asked for his password, which he entered. The assistant stopped at once.",
      de: "Murat meldet eine Mail, die nach seinem Passwort fragte; er hat es eingegeben. Der Assistent hat sofort abgegeben.",
    },
    explanation: {
      en: "Security reports come before all else and go to people of Trust & Safety.",
      de: "Sicherheitsmeldungen gehen allem vor und an das Team Trust & Safety.",
    },
  },
};

const visitor: Case = {
  ...lena,
  name: null,
  channel: "web",
  language: "en",
  waitingMinutes: 30,
  packet: {
    ...lena.packet,
    reason: "bot_failed_twice",
    case_type: null,
    language: "en",
    customer: {
      ...lena.packet.customer,
      sub: null,
      kind: "visitor",
      name: null,
      verified: false,
      segment: null,
      since: null,
      time_zone: null,
    },
    payout: null,
    identity: null,
    tax: null,
    slots: {},
    entities: [],
    page_url: "https://www.example.com/pricing",
    required_skills: ["general"],
    summary: {
      en: "A visitor asked twice for something that the assistant did not understand.",
      de: "Jemand hat zweimal etwas gefragt, das der Assistent nicht verstanden hat.",
    },
  },
};

export const CASES: readonly Case[] = [murat, daniel, lena, visitor];
