/** What the freelancer's app says. */

import type { Area } from "./area.ts";
import type { Language } from "./people.ts";

const de = {
  signedInAs: "Angemeldet als",
  payouts: "Auszahlungen",
  help: "Hilfe",
  reference: "Nummer",
  state: "Stand",
  amount: "Betrag",
  none: "Hier gibt es keine Auszahlungen.",
  guides: "Schritt für Schritt",
  guideIdentity: "Identität bestätigen",
  guideProposal: "Die erste Bewerbung",
  guideMilestone: "Meilenstein anfragen",
  hint: "Fragen zu einer Auszahlung beantwortet der Chat, zu jeder Zeit.",
  hello: (name: string) => `Moin, ${name}`,
  areaAbout: "Auf einer echten Plattform erledigst du das hier; in dieser Demo gibt es nur die Seite dazu.",
  areas: {
    identity: "Einstellungen → Identität",
    payoutMethods: "Einstellungen → Auszahlungen",
    tax: "Einstellungen → Steuerdaten",
    security: "Einstellungen → Sicherheit",
    settings: "Einstellungen",
    payouts: "Auszahlungen",
    project: "Projekt",
    projects: "Projekte",
    cases: "Streitfälle",
    invoices: "Rechnungen",
  } as Readonly<Record<Area, string>>,
  onTheWay: "Unterwegs",
  arrived: "Gesendet",
  attention: "Braucht Aufmerksamkeit",
  states: {
    requested: "Angefordert",
    under_review: "In Prüfung",
    on_hold: "Angehalten",
    processing: "In Bearbeitung",
    in_transit: "Unterwegs",
    paid: "Gesendet",
    returned: "Zurückgegeben",
    failed: "Fehlgeschlagen",
    canceled: "Abgebrochen",
  } as Readonly<Record<string, string>>,
};

const en: typeof de = {
  signedInAs: "Signed in as",
  payouts: "Payouts",
  help: "Help",
  reference: "Reference",
  state: "State",
  amount: "Amount",
  none: "There are no payouts here.",
  guides: "Step by step",
  guideIdentity: "Confirm your identity",
  guideProposal: "Your first proposal",
  guideMilestone: "Request a milestone",
  hint: "The chat answers questions about a payout at any hour.",
  hello: (name) => `Hello, ${name}`,
  areaAbout: "On a real platform this is where you do it; in this demo there is only the page.",
  areas: {
    identity: "Settings → Identity",
    payoutMethods: "Settings → Payouts",
    tax: "Settings → Tax data",
    security: "Settings → Security",
    settings: "Settings",
    payouts: "Payouts",
    project: "Project",
    projects: "Projects",
    cases: "Disputes",
    invoices: "Invoices",
  },
  onTheWay: "On the way",
  arrived: "Sent",
  attention: "Needs attention",
  states: {
    requested: "Requested",
    under_review: "Under review",
    on_hold: "On hold",
    processing: "Processing",
    in_transit: "On the way",
    paid: "Sent",
    returned: "Returned",
    failed: "Failed",
    canceled: "Cancelled",
  },
};

export type AppTexts = typeof de;

export const TEXTS: Readonly<Record<Language, AppTexts>> = { de, en };
