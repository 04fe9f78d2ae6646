/** How far an agent has read each of their conversations. */
import { readJson, writeJson } from "../platform.ts";
import { without } from "../record.ts";
import { createStore } from "../store.ts";
import type { Row } from "../wire.ts";

type Marks = Readonly<Record<string, number>>;
const MOST = 500;

export class SeenMarks {
  readonly marks;
  readonly #key: string;

  constructor(agentId: string) {
    this.#key = `lotse.console.seen.${agentId}`;
    this.marks = createStore<Marks>(readJson<Marks>(this.#key, {}));
  }

  mark(conversation: string, seq: number): void {
    if ((this.marks.get()[conversation] ?? 0) >= seq) return;
    // Text keys keep their order of insertion: the last ones are the latest.
    this.marks.set((before) =>
      Object.fromEntries([...Object.entries(without(before, conversation)), [conversation, seq] as const].slice(-MOST)),
    );
    writeJson(this.#key, this.marks.get());
  }
}

export function isUnread(row: Row, marks: Marks): boolean {
  const mark = marks[row.id];
  return mark !== undefined && row.state === "agent" && row.last_seq > mark;
}
