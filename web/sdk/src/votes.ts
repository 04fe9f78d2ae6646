/** What this customer says of articles that they were shown: whether they helped. */

import type { CustomerApi } from "./customer-api.ts";
import type { Store } from "./state.ts";

/** An article in an event of a conversation. */
export interface ShownArticle {
  readonly conversation: string;
  readonly seq: number;
  readonly slug: string;
}

/** How a vote is found among those cast. */
export function voteKey({ conversation, seq, slug }: ShownArticle): string {
  return `${conversation} ${seq} ${slug}`;
}

export class Votes {
  private readonly call: <T>(use: (token: string) => Promise<T>) => Promise<T>;
  private readonly api: CustomerApi;
  private readonly store: Store;
  /** What the server has taken: where a later vote fails, this is shown again. */
  private readonly taken = new Map<string, boolean>();
  private readonly latest = new Map<string, symbol>();
  /** One call after the other, so that the latest word comes last. */
  private before: Promise<unknown> = Promise.resolve();

  constructor(call: <T>(use: (token: string) => Promise<T>) => Promise<T>, api: CustomerApi, store: Store) {
    this.call = call;
    this.api = api;
    this.store = store;
  }

  /** Shown at once, and taken back if it was not taken; the latest word holds. */
  async cast(article: ShownArticle, helpful: boolean): Promise<void> {
    const key = voteKey(article);
    const turn = Symbol(key);
    this.latest.set(key, turn);
    this.put(key, helpful);
    const sent = this.before.then(() => this.call((token) => this.api.vote(token, article, helpful)));
    this.before = sent.catch(() => undefined);
    try {
      await sent;
      this.taken.set(key, helpful);
    } catch (error) {
      if (this.latest.get(key) === turn) this.put(key, this.taken.get(key));
      throw error;
    }
  }

  private put(key: string, helpful: boolean | undefined): void {
    const others = Object.entries(this.store.value.votes).filter(([name]) => name !== key);
    const votes = helpful === undefined ? others : [...others, [key, helpful] as const];
    this.store.set({ votes: Object.fromEntries(votes) });
  }
}
