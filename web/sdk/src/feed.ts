/** Keeps the current thread equal to the server's log. There is one way to recover: ask for what is missing. */

import type { CustomerApi } from "./customer-api.ts";
import { Refusal } from "./http.ts";
import type { Store } from "./state.ts";
import { newThread, position, reduce, refresh } from "./thread.ts";
import type { Thread } from "./thread.ts";
import type { Conversation, Event, Queue } from "./wire.ts";

export interface FeedOwner {
  call<T>(use: (token: string) => Promise<T>): Promise<T>;
  /** An event of the current conversation was taken in. */
  took(event: Event): void;
  /** The server does not know this conversation: load the session anew. */
  unknown(): void;
  /** No answer: try again later. */
  failed(): void;
  /** The conversation is over and another one has begun. */
  followed(): void;
}

export class Feed {
  private readonly owner: FeedOwner;
  private readonly api: CustomerApi;
  private readonly store: Store;
  private running: Promise<void> | null = null;
  private wanted = false;
  /** The next conversation that we were sent to; being sent twice is once too often. */
  private next: string | null = null;

  constructor(owner: FeedOwner, api: CustomerApi, store: Store) {
    this.owner = owner;
    this.api = api;
    this.store = store;
  }

  receive(event: Event): void {
    const thread = this.store.value.current;
    if (thread?.conversation.id !== event.conversation) return;
    if (position(thread.lastSeq, event) === "gap") void this.catchUp();
    else this.take(event);
  }

  /** The server's word on the state of a conversation. */
  refresh(conversation: Conversation): void {
    const { current } = this.store.value;
    if (current?.conversation.id !== conversation.id) return;
    this.store.set({ current: refresh(current, conversation) });
    if (conversation.next === null || conversation.next === this.next) return;
    this.next = conversation.next;
    this.owner.followed();
  }

  queue(queue: Queue): void {
    const { current } = this.store.value;
    if (current?.conversation.state !== "queued") return;
    this.store.set({ current: { ...current, conversation: { ...current.conversation, queue } } });
  }

  /** Makes this conversation the current one. Gives back the one it took the place of. */
  async turnTo(conversation: Conversation): Promise<Thread | null> {
    // The last events of the one before still belong to the picture, and may echo what waits in the outbox.
    const before = this.store.value.current;
    if (before !== null && before.conversation.id !== conversation.id) await this.catchUp();
    const { current } = this.store.value;
    if (current?.conversation.id === conversation.id) {
      this.refresh(conversation);
      return null;
    }
    this.store.set({ current: newThread(conversation), readSeq: 0 });
    return current;
  }

  /** Fetches until nothing is missing. A wish during a run makes it look once more. */
  catchUp(): Promise<void> {
    this.wanted = true;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** A whole conversation, read from its beginning. */
  async load(conversation: Conversation): Promise<Thread> {
    let thread = newThread(conversation);
    for (;;) {
      const { events, last_seq } = await this.fetch(thread);
      const before = thread.lastSeq;
      thread = events.reduce(reduce, thread);
      if (thread.lastSeq >= last_seq || thread.lastSeq === before) return thread;
    }
  }

  private async run(): Promise<void> {
    try {
      while (this.wanted) {
        this.wanted = false;
        await this.fetchMissing();
      }
    } catch (error) {
      this.wanted = false;
      if (error instanceof Refusal && error.status === 404) this.owner.unknown();
      else this.owner.failed();
    }
  }

  private async fetchMissing(): Promise<void> {
    const thread = this.store.value.current;
    if (thread === null) return;
    const { events, last_seq } = await this.fetch(thread);
    for (const event of events) this.take(event);
    const now = this.store.value.current;
    const moved = now !== null && (now.conversation.id !== thread.conversation.id || now.lastSeq > thread.lastSeq);
    if (moved && now.lastSeq < last_seq) this.wanted = true;
  }

  private fetch(thread: Thread): Promise<{ readonly events: readonly Event[]; readonly last_seq: number }> {
    return this.owner.call((token) => this.api.events(token, thread.conversation.id, thread.lastSeq));
  }

  private take(event: Event): void {
    const thread = this.store.value.current;
    if (thread === null) return;
    const next = reduce(thread, event);
    if (next === thread) return;
    this.store.set({ current: next });
    this.owner.took(event);
  }
}
