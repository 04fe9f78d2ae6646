/** Conversations and what the platform reported between them, as one list of items. */
import type { Event } from "@lotse/sdk";
import { type Item, timelineOf } from "../conversation/timeline.ts";
import type { Language } from "@lotse/sdk";
import { day, money } from "../words/format.ts";
import { term, type Words } from "../words/words.ts";
import type { Change, Entry } from "./wire.ts";

type Table = Readonly<Record<string, string>>;

export function changeWords(change: Change, words: Words, language: Language): string {
  const { terms, file } = words;
  const { topic, subject, title, state, reason, amount, currency } = change;
  const tables: Readonly<Record<Change["topic"], Table>> = {
    payout: terms.payoutStates,
    milestone: file.milestoneStates,
    identity: terms.identity,
    tax: terms.tax,
    method: file.methodStates,
  };
  const named = topic === "payout" ? subject : (title ?? "");
  const sum = amount === null || currency === null ? "" : money(amount, currency, language);
  const because = reason === null ? "" : term(terms.payoutReasons, reason);
  return [file.topics[topic], named, sum, term(tables[topic], state), because].filter((it) => it !== "").join(" · ");
}

function keyed(items: readonly Item[], conversation: string): Item[] {
  return items.map((item) => ({ ...item, key: `${conversation} ${item.key}` }));
}

/** `entries` are the latest first, as they are read; shown they stand the other way round. */
export function historyOf(entries: readonly Entry[], words: Words, language: Language): Item[] {
  const items: Item[] = [];
  let run: Event[] = [];
  const flush = (): void => {
    const [first] = run;
    if (first !== undefined) items.push(...keyed(timelineOf(run, words), `${first.conversation} ${first.seq}`));
    run = [];
  };
  for (const entry of [...entries].reverse()) {
    if (entry.kind === "event") {
      if (run[0] !== undefined && run[0].conversation !== entry.event.conversation) flush();
      run.push(entry.event);
      continue;
    }
    flush();
    const { change } = entry;
    items.push({ kind: "day", key: `day ${change.id}`, at: change.at });
    items.push({ kind: "change", key: change.id, at: change.at, topic: change.topic, state: change.state, text: changeWords(change, words, language) });
  }
  flush();
  return withoutRepeatedDays(items);
}

function withoutRepeatedDays(items: readonly Item[]): Item[] {
  let shown = "";
  return items.filter((item) => {
    if (item.kind !== "day") return true;
    const today = day(item.at, "en");
    const isNew = today !== shown;
    shown = today;
    return isNew;
  });
}
