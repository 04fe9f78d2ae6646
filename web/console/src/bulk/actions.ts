/** What can be done to many at once, as a menu offers it. */
import type { CloseReason } from "@lotse/sdk";
import { NAPS, wakesAt } from "../passing/snooze.ts";
import type { Words } from "../words/words.ts";
import type { BulkAction } from "./api.ts";

export interface Offered {
  readonly key: string;
  readonly name: string;
  readonly action: BulkAction;
}

export interface OfferedGroup {
  readonly key: string;
  readonly title: string;
  readonly offered: readonly Offered[];
}

const REASONS: readonly CloseReason[] = ["resolved", "no_reply", "duplicate", "spam", "other"];

export function groupsOf(teams: readonly string[], now: Date, words: Words): OfferedGroup[] {
  const { composer, passing, terms, bulk } = words;
  const closing = REASONS.map((reason) => ({
    key: `close ${reason}`,
    name: terms.closeReasons[reason],
    action: { kind: "close" as const, reason },
  }));
  const passed = teams.map((team) => ({ key: `team ${team}`, name: team, action: { kind: "transfer" as const, team } }));
  const naps = NAPS.flatMap((nap) => {
    const until = wakesAt(nap, now, "");
    if (until === undefined) return [];
    const action = { kind: "snooze" as const, until: until?.toISOString() ?? null };
    return [{ key: `snooze ${nap}`, name: passing.naps[nap], action }];
  });
  return [
    { key: "assign", title: bulk.assign, offered: [{ key: "accept", name: bulk.toMe, action: { kind: "accept" } }, ...passed] },
    { key: "snooze", title: passing.snooze, offered: naps },
    { key: "close", title: composer.close, offered: closing },
  ];
}
