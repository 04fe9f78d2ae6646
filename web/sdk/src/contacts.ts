/** For customers who do not want to wait in the chat: an address for the answer, or a time to be called. */

import type { CustomerApi } from "./customer-api.ts";
import type { Feed } from "./feed.ts";
import type { Store } from "./state.ts";

type Caller = <T>(use: (token: string) => Promise<T>) => Promise<T>;

export class Contacts {
  private readonly call: Caller;
  private readonly api: CustomerApi;
  private readonly store: Store;
  private readonly feed: Feed;

  constructor(call: Caller, api: CustomerApi, store: Store, feed: Feed) {
    this.call = call;
    this.api = api;
    this.store = store;
    this.feed = feed;
  }

  /** Rejects when it was not taken. */
  async leaveAddress(address: string): Promise<void> {
    const conversation = this.conversation();
    this.feed.refresh(await this.call((token) => this.api.leave(token, conversation, "email", { address })));
  }

  /** When somebody can call, next first. */
  async times(): Promise<readonly string[]> {
    const conversation = this.conversation();
    return this.call((token) => this.api.callBackTimes(token, conversation));
  }

  /** Rejects when it was not taken; somebody else may have been quicker. */
  async wantCall(at: string, phone: string): Promise<void> {
    const conversation = this.conversation();
    this.feed.refresh(await this.call((token) => this.api.leave(token, conversation, "call-back", { at, phone })));
  }

  private conversation(): string {
    const id = this.store.value.current?.conversation.id;
    if (id === undefined) throw new Error("There is no conversation yet.");
    return id;
  }
}
