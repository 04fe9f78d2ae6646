/** Messages on their way: each keeps its id over every try, so that the server can tell a repeat. */

import { backoff } from "./backoff.ts";
import type { Platform } from "./ports.ts";

/** `sent`: the server has it, its echo in the log has not come yet. */
export type OutgoingState = "sending" | "sent" | "failed";

export interface Outgoing<Body> {
  readonly id: string;
  readonly body: Body;
  readonly madeAt: number;
  readonly state: OutgoingState;
  /** Why it failed: the server's code, or `too_old`. */
  readonly error: string | null;
}

/** `again`: no answer or a passing trouble; the same id may be tried once more. */
export type Delivery =
  | { readonly kind: "taken" }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "again"; readonly afterMs: number | null };

export interface OutboxOwner<Body> {
  deliver(item: Outgoing<Body>): Promise<Delivery>;
  changed(items: readonly Outgoing<Body>[]): void;
}

/** After ten minutes without success the writer decides, not the machine. */
export const OLDEST_MS = 10 * 60_000;

export class Outbox<Body> {
  private readonly owner: OutboxOwner<Body>;
  private readonly platform: Platform;
  private items: readonly Outgoing<Body>[] = [];
  private delivering: string | null = null;
  private failures = 0;
  private cancelWait: (() => void) | null = null;

  constructor(owner: OutboxOwner<Body>, platform: Platform) {
    this.owner = owner;
    this.platform = platform;
  }

  get all(): readonly Outgoing<Body>[] {
    return this.items;
  }

  /** Takes up what an earlier page left behind. */
  restore(items: readonly Outgoing<Body>[]): void {
    const known = new Set(this.items.map((item) => item.id));
    this.set([...items.filter((item) => !known.has(item.id)), ...this.items]);
    this.pump();
  }

  add(body: Body): Outgoing<Body> {
    const { chance, clock } = this.platform;
    const item = { id: chance.uuid(), body, madeAt: clock.now(), state: "sending", error: null } as const;
    this.set([...this.items, item]);
    this.pump();
    return item;
  }

  retry(id: string): void {
    this.change(id, { state: "sending", error: null, madeAt: this.platform.clock.now() });
    this.flush();
  }

  /** Gone for good: its echo has come, or its writer gave it up. */
  remove(id: string): void {
    if (this.items.some((item) => item.id === id)) this.set(this.items.filter((item) => item.id !== id));
  }

  clear(): void {
    this.cancelWait?.();
    this.cancelWait = null;
    this.set([]);
  }

  /** The way may be free again: try now instead of waiting. */
  flush(): void {
    this.cancelWait?.();
    this.cancelWait = null;
    this.pump();
  }

  /** One at a time, oldest first, so that the order of writing is the order of arrival. */
  private pump(): void {
    if (this.delivering !== null || this.cancelWait !== null) return;
    const item = this.items.find((candidate) => candidate.state === "sending");
    if (item === undefined) return;
    if (this.platform.clock.now() - item.madeAt > OLDEST_MS) {
      this.change(item.id, { state: "failed", error: "too_old" });
      this.pump();
      return;
    }
    this.delivering = item.id;
    void this.attempt(item).then((delivery) => {
      this.delivering = null;
      this.settle(item.id, delivery);
      this.pump();
    });
  }

  private async attempt(item: Outgoing<Body>): Promise<Delivery> {
    try {
      return await this.owner.deliver(item);
    } catch {
      return { kind: "again", afterMs: null };
    }
  }

  private settle(id: string, delivery: Delivery): void {
    if (delivery.kind !== "again") {
      this.failures = 0;
      const taken = delivery.kind === "taken";
      this.change(id, taken ? { state: "sent", error: null } : { state: "failed", error: delivery.code });
      return;
    }
    this.failures += 1;
    const wait = Math.max(backoff(this.failures, this.platform.chance.number()), delivery.afterMs ?? 0);
    this.cancelWait = this.platform.clock.after(wait, () => {
      this.flush();
    });
  }

  private change(id: string, change: Partial<Outgoing<Body>>): void {
    this.set(this.items.map((item) => (item.id === id ? { ...item, ...change } : item)));
  }

  private set(items: readonly Outgoing<Body>[]): void {
    this.items = items;
    this.owner.changed(items);
  }
}
