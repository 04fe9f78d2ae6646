/** Which message of a conversation is to be shown next: the one that was found. */
import { createStore } from "../store.ts";

export interface Jump {
  readonly conversation: string;
  readonly seq: number;
  /** The same place may be wanted again. */
  readonly times: number;
}

export const jump = createStore<Jump | null>(null);

export function jumpTo(conversation: string, seq: number): void {
  jump.set((before) => ({ conversation, seq, times: (before?.times ?? 0) + 1 }));
}
