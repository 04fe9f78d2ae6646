/** Findings of the second look, as the API tells them. */
import type { Event } from "@lotse/sdk";
import type { PerLanguage } from "../wire.ts";

export interface ToneFinding {
  readonly kind: "accusing" | "curt" | "jargon" | "promise" | "greeting";
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly hint: string;
  readonly explanation: PerLanguage;
}

/** What an agent lets stand: the same words are not brought up again in this draft. */
export function nameOf({ kind, quote }: ToneFinding): string {
  return `${kind} ${quote.toLowerCase()}`;
}

export function unsettled(findings: readonly ToneFinding[], ignored: readonly string[]): readonly ToneFinding[] {
  return findings.filter((finding) => !ignored.includes(nameOf(finding)));
}

/** Whether nobody of the team has written to this customer here yet. */
export function isFirstReply(events: readonly Event[]): boolean {
  return !events.some(({ type }) => type === "agent_said");
}
