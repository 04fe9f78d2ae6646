/** Who is typing: theirs fades by itself, ours is told now and then. */

import type { Clock } from "./ports.ts";
import type { Store } from "./state.ts";

const FADES_AFTER_MS = 6_000;
/** The assistant works in one go and says nothing in between. */
const ASSISTANT_TAKES_MS = 12_000;
const TELL_EVERY_MS = 3_000;

export class Typing {
  private readonly store: Store;
  private readonly clock: Clock;
  private cancel: () => void = () => undefined;
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(store: Store, clock: Clock) {
    this.store = store;
    this.clock = clock;
  }

  show(who: "agent" | "assistant"): void {
    this.cancel();
    this.store.set({ typing: who });
    this.cancel = this.clock.after(who === "agent" ? FADES_AFTER_MS : ASSISTANT_TAKES_MS, () => {
      this.hide();
    });
  }

  hide(): void {
    this.cancel();
    if (this.store.value.typing !== null) this.store.set({ typing: null });
  }

  /** True when it is time to tell the other side that we type. */
  due(): boolean {
    const now = this.clock.now();
    if (now - this.toldAt < TELL_EVERY_MS) return false;
    this.toldAt = now;
    return true;
  }
}
