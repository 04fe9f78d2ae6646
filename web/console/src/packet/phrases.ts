/** The packet in words. Pure, so that every combination can be tried. */
import type { Language } from "@lotse/sdk";
import type { Packet, PayoutSnapshot, PerLanguage, Tried } from "../wire.ts";
import { money, percent } from "../words/format.ts";
import { humanised, term, type Words } from "../words/words.ts";

/** A text in the agent's language; better in another one than none. */
export function inLanguage(texts: PerLanguage, language: Language): string {
  return texts[language] ?? Object.values(texts).find((text) => text !== undefined && text !== "") ?? "";
}

export function reasonWords({ reason }: Packet, { packet }: Words): string {
  return term(packet.reasons, reason);
}

export function ruleWords({ rule }: Packet, { packet }: Words): string | null {
  return rule === null ? null : term(packet.rules, rule);
}

/** The one line that stays when the packet is folded. */
export function headline(given: Packet, words: Words, language: Language): string {
  const why = ruleWords(given, words) ?? reasonWords(given, words);
  if (given.payout === null) return why;
  return `${why} · ${payoutLine(given.payout, words, language)}`;
}

export function payoutLine(payout: PayoutSnapshot, { terms }: Words, language: Language): string {
  const state = term(terms.payoutStates, payout.state);
  const reason = payout.reason === null ? "" : `: ${term(terms.payoutReasons, payout.reason)}`;
  return `${payout.reference} · ${money(payout.amount, payout.currency, language)} · ${state}${reason}`;
}

export function confidenceWords({ confidence }: Tried, { packet }: Words, language: Language): string {
  return confidence === null ? packet.noConfidence : packet.confidence(percent(confidence, language));
}

export interface Recognised {
  readonly name: string;
  readonly value: string;
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) return value.map(shown).filter((part) => part !== null).join(", ") || null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Slots and entities as one list, each fact once; the language is shown elsewhere. */
export function recognised({ slots, entities }: Packet, { terms }: Words): Recognised[] {
  const pairs: [string, unknown][] = [
    ...Object.entries(slots),
    ...entities.map(({ entity, value }): [string, unknown] => [entity, value]),
  ];
  const found = new Map<string, Recognised>();
  for (const [name, raw] of pairs) {
    const value = shown(raw);
    if (value === null || name === "language") continue;
    found.set(`${name}=${value}`, { name: term(terms.slots, name), value });
  }
  return [...found.values()];
}

export function skillWords(skills: readonly string[], { terms }: Words): string {
  return skills.map((skill) => term(terms.skills, skill)).join(", ");
}

export function articleTitle(slug: string): string {
  return humanised(slug.replaceAll("-", "_"));
}

/** The page's address without what nobody reads. */
export function shortPage(url: string): string {
  return url.replace(/^https?:\/\//, "").replace(/\/$/, "");
}
