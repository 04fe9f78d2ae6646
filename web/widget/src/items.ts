/** What the transcript shows of a thread, in order, with what belongs together marked. Pure. */

import type { ChatState, Notice, Outgoing, Said, Thread, Words } from "@lotse/sdk";

import { sameDay } from "./dates.ts";

export type Item =
  | { readonly kind: "day"; readonly key: string; readonly at: string }
  | {
      readonly kind: "said";
      readonly key: string;
      readonly said: Said;
      /** Begins and ends a run of messages of one sender. */
      readonly first: boolean;
      readonly last: boolean;
      /** Its choices can still be taken. */
      readonly live: boolean;
      /** What was said in answer to its choices. */
      readonly answer: string | null;
    }
  | { readonly kind: "notice"; readonly key: string; readonly notice: Notice }
  | { readonly kind: "outgoing"; readonly key: string; readonly outgoing: Outgoing<Words> };

const RUN_MS = 5 * 60_000;

export function threadItems(thread: Thread, live: boolean): readonly Item[] {
  const { entries, conversation } = thread;
  const lastWord = entries.findLast((entry) => entry.kind === "said" && entry.by === "customer")?.seq ?? 0;
  return entries.flatMap((entry, index) => {
    const before = entries[index - 1];
    const day: Item[] =
      before === undefined || !sameDay(before.at, entry.at) ? [{ kind: "day", key: `day ${entry.seq}`, at: entry.at }] : [];
    if (entry.kind === "notice") return [...day, { kind: "notice", key: `${conversation.id} ${entry.seq}`, notice: entry }];
    const item: Item = {
      kind: "said",
      key: entry.messageId ?? `${conversation.id} ${entry.seq}`,
      said: entry,
      first: !isRun(before, entry),
      last: !isRun(entry, entries[index + 1]),
      live: live && conversation.state === "bot" && entry.seq > lastWord,
      answer: answerTo(thread, index),
    };
    return [...day, item];
  });
}

/** The present conversation with what is on its way. */
export function currentItems({ current, outbox }: ChatState): readonly Item[] {
  if (current === null) return [];
  const waiting = outbox.map((outgoing): Item => ({ kind: "outgoing", key: outgoing.id, outgoing }));
  return [...threadItems(current, outbox.length === 0), ...waiting];
}

/** The assistant is named on each of its messages; people once for all that they say in one go. */
function isRun(one: Thread["entries"][number] | undefined, other: Thread["entries"][number] | undefined): boolean {
  if (one?.kind !== "said" || other?.kind !== "said" || one.by === "assistant") return false;
  return one.by === other.by && one.name === other.name && Date.parse(other.at) - Date.parse(one.at) < RUN_MS;
}

function answerTo({ entries }: Thread, index: number): string | null {
  const next = entries.slice(index + 1).find((entry) => entry.kind === "said");
  if (next?.kind !== "said" || next.by !== "customer") return null;
  const [part] = next.parts;
  return part?.kind === "text" ? part.text : null;
}
