/** Which customers are typing. Nobody says that they stopped, so it holds for a few seconds. */
import type { Event } from "@lotse/sdk";
import { createStore } from "../store.ts";

const HOLDS_MS = 6_000;

export class Typing {
  /** Until when, by conversation. */
  readonly until = createStore<Readonly<Record<string, number>>>({});

  begun(conversation: string): void {
    this.until.set((before) => ({ ...before, [conversation]: Date.now() + HOLDS_MS }));
  }

  /** What was being typed has been said. */
  heard({ type, conversation }: Event): void {
    if (type === "customer_said") this.until.set((before) => ({ ...before, [conversation]: 0 }));
  }
}
