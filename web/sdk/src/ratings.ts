/** How a conversation was for its customer: asked once it is over, never twice. */

import type { CustomerApi } from "./customer-api.ts";
import { Refusal } from "./http.ts";
import type { Storage } from "./ports.ts";
import type { Store } from "./state.ts";
import type { Thread } from "./thread.ts";

export interface Rating {
  /** 1 (bad) to 5 (good). */
  readonly csat: number;
  /** 1 (it was hard) to 7 (it was easy). */
  readonly effort: number | null;
  readonly comment: string | null;
}

export type RatingState = "asked" | "given" | "declined";

export class Ratings {
  private readonly call: <T>(use: (token: string) => Promise<T>) => Promise<T>;
  private readonly api: CustomerApi;
  private readonly store: Store;
  private readonly storage: Storage;
  private readonly key: string;

  constructor(call: <T>(use: (token: string) => Promise<T>) => Promise<T>, api: CustomerApi, store: Store, storage: Storage, key: string) {
    this.call = call;
    this.api = api;
    this.store = store;
    this.storage = storage;
    this.key = key;
  }

  /** Finds out whether there is anything left to ask; without an answer nothing is asked. */
  async look(conversation: string): Promise<void> {
    if (this.store.value.ratings[conversation] !== undefined) return;
    if (this.storage.read(this.key) === conversation) {
      this.put(conversation, "declined");
      return;
    }
    try {
      await this.call((token) => this.api.rating(token, conversation));
      this.put(conversation, "given");
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) this.put(conversation, "asked");
    }
  }

  /** Rejects when it was not taken; what another device said before counts as given. */
  async give(conversation: string, rating: Rating): Promise<void> {
    try {
      await this.call((token) => this.api.rate(token, conversation, rating));
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "already_rated") throw error;
    }
    this.put(conversation, "given");
  }

  /** This device does not ask about it any more. */
  decline(conversation: string): void {
    this.storage.write(this.key, conversation);
    this.put(conversation, "declined");
  }

  private put(conversation: string, state: RatingState): void {
    this.store.set({ ratings: { ...this.store.value.ratings, [conversation]: state } });
  }
}

/** Over, and the customer had said something: there is something to rate. */
export function ratable({ conversation, entries }: Thread): boolean {
  const over = entries.findLast((entry) => entry.kind === "notice" && entry.event.type === "closed");
  const elsewhere = over?.kind === "notice" && over.event.type === "closed" && over.event.reason === "signed_in_elsewhere";
  return conversation.state === "closed" && !elsewhere && entries.some((entry) => entry.kind === "said" && entry.by === "customer");
}
