/** A stand-in for the assistant: enough answers to see every kind of part. */

import type { ArticleCard, Choice, Language, Part, PayoutCard } from "@lotse/sdk";

import type { Case, FakeLotse, Script } from "../../sdk/tests/fake/lotse.ts";

const DAY_MS = 86_400_000;

function ago(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString();
}

function payout(language: Language, failed: boolean): PayoutCard {
  const amount = language === "de" ? "450,75 €" : "€450.75";
  const history = [
    { state: "requested", at: ago(3.2) },
    { state: "under_review", at: ago(3) },
    { state: "processing", at: ago(2.1) },
    { state: failed ? "failed" : "in_transit", at: ago(1) },
  ] as const;
  const expected_on = failed ? null : ago(-2).slice(0, 10);
  return { reference: "PO-70052", state: failed ? "failed" : "in_transit", amount, since: ago(1).slice(0, 10), expected_on, method: "bank", history };
}

function article(language: Language): ArticleCard {
  const slug = "payout-schedule";
  return language === "de"
    ? { slug, language, title: "Wann Auszahlungen gemacht werden", url: `/help/de/${slug}`, passage: "Auszahlungen laufen an jedem Werktag.\n\n1. Bis 16 Uhr angefordert: Bearbeitung am selben Tag.\n2. Danach: am nächsten Werktag.\n3. Eine SEPA-Überweisung braucht ein bis zwei Werktage." }
    : { slug, language, title: "When payouts are made", url: `/help/en/${slug}`, passage: "Payouts run on every business day.\n\n1. Requested before 4 pm: handled the same day.\n2. Later: on the next business day.\n3. A SEPA transfer takes one to two business days." };
}

interface Answer {
  readonly when: RegExp;
  readonly de: string;
  readonly en: string;
  readonly more?: (language: Language, talk: Case, lotse: FakeLotse) => readonly Part[];
}

function choices(talk: Case, lotse: FakeLotse, titles: readonly string[]): Part {
  const made: readonly Choice[] = titles.map((title) => ({ id: lotse.id(3), title }));
  for (const { id, title } of made) talk.choices.set(id, title);
  return { kind: "choices", choices: made };
}

const ANSWERS: readonly Answer[] = [
  {
    when: /70052|70077/,
    de: "Deine Auszahlung ist seit gestern unterwegs zu deiner Bank. Als Nächstes schreibt die Bank sie gut; das dauert meist ein bis zwei Werktage.",
    en: "Your payout has been on its way to your bank since yesterday. Next, the bank credits it; that mostly takes one to two business days.",
    more: (language) => [{ kind: "payout", payout: payout(language, false) }],
  },
  {
    when: /fehlgeschlagen|failed/i,
    de: "Die Auszahlung ist fehlgeschlagen; das Geld ist zurück in deinem Guthaben.",
    en: "The payout failed; the money is back in your balance.",
    more: (language) => [
      { kind: "payout", payout: payout(language, true) },
      { kind: "links", links: [{ title: language === "de" ? "Konto hinterlegen" : "Add an account", url: "https://platform.example/settings/payouts" }] },
      { kind: "links", links: [{ title: language === "de" ? "Auszahlung anfordern" : "Request a payout", url: "https://platform.example/payouts" }] },
    ],
  },
  {
    when: /auszahlung|geld|payout|money/i,
    de: "Du hast zwei offene Auszahlungen. Um welche geht es?",
    en: "You have two open payouts. Which one is it about?",
    more: (language, talk, lotse) => [
      choices(talk, lotse, language === "de" ? ["PO-70052 · 450,75 €", "PO-70077 · 99,00 €"] : ["PO-70052 · €450.75", "PO-70077 · €99.00"]),
    ],
  },
  {
    when: /wann|gebühr|prüfung|when|fee|check|hire|beauftrag/i,
    de: "Dazu steht in der Hilfe:",
    en: "The help pages say:",
    more: (language) => [{ kind: "article", article: article(language) }],
  },
];

export const script: Script = (lotse, talk, text, seq) => {
  const { language } = talk.conversation;
  if (/mensch|person/i.test(text)) {
    lotse.askForPerson(talk);
    return;
  }
  lotse.push(talk, { type: "typing", who: "assistant" });
  const found = ANSWERS.find(({ when }) => when.test(text));
  const sorry = { de: "Das habe ich nicht verstanden. Kannst du es anders sagen?", en: "I did not understand that. Could you say it in another way?" };
  const parts: Part[] = [{ kind: "text", text: (found ?? sorry)[language] }, ...(found?.more?.(language, talk, lotse) ?? [])];
  setTimeout(() => {
    if (talk.conversation.state === "bot") lotse.append(talk, "assistant_said", "assistant", { in_reply_to: seq, parts });
  }, 700);
};
