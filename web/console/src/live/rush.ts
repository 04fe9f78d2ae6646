/** The rush as the server told of it last, and for a moment that it is over. */
import type { SurgeFrame } from "../frames.ts";
import { createStore } from "../store.ts";
import type { Words } from "../words/words.ts";

export class Rush {
  readonly now = createStore<SurgeFrame | null>(null);

  heard(frame: SurgeFrame): void {
    this.now.set(frame);
  }

  /** A server that has nothing to tell of it after we were away knows that there is none. */
  forget(): void {
    this.now.set(null);
  }
}

/** What an agent needs to know of it: leads all, others what changes for them. */
export function rushWords(frame: SurgeFrame, { rush }: Words): string {
  if (frame.level === 0) return rush.over;
  const told = [rush[frame.notice](frame.level)];
  if (frame.extra_capacity > 0) told.push(rush.more(frame.extra_capacity));
  if (frame.widen) told.push(rush.widened);
  if (frame.notice === "lead") {
    if (frame.offer_email) told.push(rush.email);
    if (frame.stand_by.length > 0) told.push(rush.calledIn(frame.stand_by.join(", ")));
  }
  return told.join(" ");
}
