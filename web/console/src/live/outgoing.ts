/** What the agent sends: kept over reloads, tried again with the same id, an outbox per conversation. */
import { type AttachedFile, type Delivery, Outbox, type Outgoing as Item } from "@lotse/sdk";
import { DeskRefusal } from "../api/http.ts";
import type { Steps } from "../canned/canned.ts";
import { platform, readJson, writeJson } from "../platform.ts";
import { without } from "../record.ts";
import { createStore, type Store } from "../store.ts";

export interface Message {
  readonly kind: "reply" | "note";
  readonly text: string;
  /** What the macro in it does once it is said. */
  readonly then?: Steps;
  /** Files below the words, or alone. */
  readonly attachments?: readonly AttachedFile[];
  /** Slugs of help pages below the words. */
  readonly articles?: readonly string[];
  /** The draft that the words began as. */
  readonly draft?: string;
}
export type OutgoingMessage = Item<Message>;
type Items = readonly OutgoingMessage[];
type Kept = Readonly<Record<string, Items>>;

export type Deliver = (conversation: string, item: OutgoingMessage) => Promise<void>;

/** What the outbox should do about a refusal: repeat what may pass, tell the agent the rest. */
export function deliveryOf(error: unknown): Delivery {
  if (!(error instanceof DeskRefusal)) return { kind: "again", afterMs: null };
  const again = error.passing || error.status === 401;
  if (!again) return { kind: "refused", code: error.code };
  return { kind: "again", afterMs: error.retryAfterS === null ? null : error.retryAfterS * 1000 };
}

export class OutgoingMessages {
  readonly items: Store<Kept> = createStore<Kept>({});
  readonly #boxes = new Map<string, Outbox<Message>>();
  readonly #key: string;
  #closed = false;

  constructor(
    agentId: string,
    private readonly deliver: Deliver,
  ) {
    this.#key = `lotse.console.outgoing.${agentId}`;
    const kept = readJson<Kept>(this.#key, {});
    for (const [conversation, items] of Object.entries(kept)) this.#box(conversation).restore(items);
  }

  add(conversation: string, message: Message): void {
    this.#box(conversation).add(message);
  }

  retry(conversation: string, id: string): void {
    this.#box(conversation).retry(id);
  }

  remove(conversation: string, id: string): void {
    this.#box(conversation).remove(id);
  }

  flush(): void {
    for (const box of this.#boxes.values()) box.flush();
  }

  /** The agent left; what is kept waits for their return. */
  close(): void {
    this.#closed = true;
    for (const box of this.#boxes.values()) box.clear();
  }

  #box(conversation: string): Outbox<Message> {
    const known = this.#boxes.get(conversation);
    if (known !== undefined) return known;
    const owner = {
      deliver: (item: OutgoingMessage) => this.#attempt(conversation, item),
      changed: (items: Items) => {
        this.#changed(conversation, items);
      },
    };
    const box = new Outbox<Message>(owner, platform);
    this.#boxes.set(conversation, box);
    return box;
  }

  async #attempt(conversation: string, item: OutgoingMessage): Promise<Delivery> {
    try {
      await this.deliver(conversation, item);
      return { kind: "taken" };
    } catch (error) {
      return deliveryOf(error);
    }
  }

  #changed(conversation: string, items: Items): void {
    if (this.#closed) return;
    this.items.set((before) => {
      const others = without(before, conversation);
      return items.length === 0 ? others : { ...others, [conversation]: items };
    });
    writeJson(this.#key, this.items.get());
  }
}
