/** Earlier conversations of the same customer, loaded from the latest back. */

import type { CustomerApi } from "./customer-api.ts";
import type { Feed, FeedOwner } from "./feed.ts";
import type { Store } from "./state.ts";
import type { Thread } from "./thread.ts";
import type { Conversation } from "./wire.ts";

export class History {
  private readonly call: FeedOwner["call"];
  private readonly api: CustomerApi;
  private readonly feed: Feed;
  private readonly store: Store;
  /** Not loaded yet, newest first. */
  private left: readonly Conversation[] = [];
  private loading = false;
  private beginning: Promise<void> | null = null;
  /** Whose list we have. */
  private complete: string | null = null;

  constructor(call: FeedOwner["call"], api: CustomerApi, feed: Feed, store: Store) {
    this.call = call;
    this.api = api;
    this.feed = feed;
    this.store = store;
  }

  /** Finds out what there is and shows the latest, so that a new case does not begin in the void. */
  async begin(): Promise<void> {
    this.beginning ??= this.list().finally(() => {
      this.beginning = null;
    });
    // Earlier cases are worth showing, but nobody has to wait for them: the next connection tries again.
    await this.beginning.catch(() => undefined);
  }

  private async list(): Promise<void> {
    const { current, customer } = this.store.value;
    if (current === null || customer?.id === this.complete) return;
    const all = await this.call((token) => this.api.conversations(token));
    const shown = new Set(this.store.value.earlier.map((thread) => thread.conversation.id));
    const before = all.filter(({ id, started_at }) => id !== current.conversation.id && started_at <= current.conversation.started_at);
    this.left = before.filter(({ id }) => !shown.has(id));
    this.store.set({ earlierLeft: this.left.length });
    if (shown.size === 0) await this.more();
    this.complete = customer?.id ?? null;
  }

  async more(): Promise<void> {
    const [latest, ...rest] = this.left;
    if (latest === undefined || this.loading) return;
    this.loading = true;
    try {
      const thread = await this.feed.load(latest);
      // The customer may have changed while we waited: then the list is another.
      if (this.left[0]?.id !== latest.id) return;
      this.left = rest;
      this.store.set({ earlier: [thread, ...this.store.value.earlier], earlierLeft: rest.length });
    } finally {
      this.loading = false;
    }
  }

  /** The conversation that has just been followed by another. */
  add(thread: Thread, next: string): void {
    const followed = { ...thread, conversation: { ...thread.conversation, next } };
    this.store.set({ earlier: [...this.store.value.earlier, followed] });
  }

  clear(): void {
    this.left = [];
    this.complete = null;
    this.store.set({ earlier: [], earlierLeft: 0 });
  }
}
