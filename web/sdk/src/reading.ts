/** How far the customer has read, kept so that a new page knows too. */

import type { Storage } from "./ports.ts";
import type { Store } from "./state.ts";

export class Reading {
  private readonly store: Store;
  private readonly storage: Storage;
  private key: string | null = null;

  constructor(store: Store, storage: Storage) {
    this.store = store;
    this.storage = storage;
  }

  /** Where nothing was kept, all that is there counts as read. */
  open(key: string): void {
    this.key = key;
    const { current } = this.store.value;
    if (current === null) return;
    const [conversation, seq] = (this.storage.read(key) ?? "").split(" ");
    const kept = conversation === current.conversation.id ? Number(seq) : Number.NaN;
    if (Number.isInteger(kept)) this.store.set({ readSeq: Math.max(kept, this.store.value.readSeq) });
    else this.mark();
  }

  mark(): void {
    const { current, readSeq } = this.store.value;
    if (this.key === null || current === null || readSeq >= current.lastSeq) return;
    this.store.set({ readSeq: current.lastSeq });
    this.storage.write(this.key, `${current.conversation.id} ${current.lastSeq}`);
  }

  forget(): void {
    if (this.key !== null) this.storage.remove(this.key);
    this.close();
  }

  close(): void {
    this.key = null;
    this.store.set({ readSeq: 0 });
  }
}
