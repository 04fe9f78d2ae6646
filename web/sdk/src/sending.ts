/** The customer's outbox: delivers over HTTP, survives a reload, leaves when the log echoes. */

import type { CustomerApi, MessageRequest } from "./customer-api.ts";
import { Refusal } from "./http.ts";
import { Outbox } from "./outbox.ts";
import type { Delivery, Outgoing } from "./outbox.ts";
import type { Platform } from "./ports.ts";
import { SessionEnded } from "./session.ts";
import type { ChatState, Store, Words } from "./state.ts";
import type { SaidAnswer } from "./wire.ts";

export interface SendingOwner {
  call<T>(use: (token: string) => Promise<T>): Promise<T>;
  said(answer: SaidAnswer): void;
  /** The conversation is unknown; afterwards the current one may be another. */
  reload(): Promise<void>;
}

/** What a page left unsent longer ago is not worth surprising its writer with. */
const FORGET_AFTER_MS = 24 * 3_600_000;

export class Sending {
  private readonly owner: SendingOwner;
  private readonly api: CustomerApi;
  private readonly store: Store;
  private readonly platform: Platform;
  private readonly outbox: Outbox<Words>;
  private key: string | null = null;
  private readonly unknown = new Set<string>();

  constructor(owner: SendingOwner, api: CustomerApi, store: Store, platform: Platform) {
    this.owner = owner;
    this.api = api;
    this.store = store;
    this.platform = platform;
    this.outbox = new Outbox<Words>({ deliver: (item) => this.deliver(item), changed: (items) => { this.changed(items); } }, platform);
  }

  /** Opens the box of this customer, with what an earlier page left in it. */
  open(key: string): void {
    if (key === this.key) {
      this.outbox.flush();
      return;
    }
    this.close();
    this.key = key;
    this.outbox.restore(this.saved().filter((item) => this.platform.clock.now() - item.madeAt < FORGET_AFTER_MS));
  }

  /** Leaves what is saved for the next time; shows nothing of it any more. */
  close(): void {
    this.key = null;
    this.outbox.clear();
  }

  /** Leaves nothing behind on this device. */
  forget(): void {
    if (this.key !== null) this.platform.storage.remove(this.key);
    this.close();
  }

  /** The log that we have holds all that the server took: nothing is left to wait for. */
  dropSent(): void {
    for (const item of this.outbox.all) if (item.state === "sent") this.outbox.remove(item.id);
  }

  add(words: Words): void {
    this.outbox.add(words);
  }

  retry(id: string): void {
    this.outbox.retry(id);
  }

  remove(id: string): void {
    this.outbox.remove(id);
  }

  flush(): void {
    this.outbox.flush();
  }

  private async deliver(item: Outgoing<Words>): Promise<Delivery> {
    const conversation = this.address(item.body);
    try {
      const answer = await this.owner.call((token) => this.api.say(token, conversation, request(item)));
      this.owner.said(answer);
      // A repeat is answered too: its echo may have come long ago, or be part of an earlier case.
      const current = this.store.value.current?.conversation.id;
      const isEarlier = answer.conversation === conversation && conversation !== current;
      if (isEarlier || echoed(this.store.value, item.id)) this.outbox.remove(item.id);
      return { kind: "taken" };
    } catch (error) {
      if (error instanceof SessionEnded) return { kind: "refused", code: "session_ended" };
      if (!(error instanceof Refusal)) return { kind: "again", afterMs: null };
      return this.refused(error, conversation);
    }
  }

  private async refused(refusal: Refusal, conversation: string): Promise<Delivery> {
    if (refusal.passing) return { kind: "again", afterMs: (refusal.retryAfterS ?? 0) * 1000 };
    if (refusal.status !== 404 || this.unknown.has(conversation)) return { kind: "refused", code: refusal.code };
    this.unknown.add(conversation);
    await this.owner.reload();
    return { kind: "again", afterMs: null };
  }

  /** Always where it was written to, so that a repeat meets its first try; elsewhere only if that place is gone. */
  private address(words: Words): string {
    const current = this.store.value.current?.conversation.id;
    return this.unknown.has(words.conversation) && current !== undefined ? current : words.conversation;
  }

  private changed(items: readonly Outgoing<Words>[]): void {
    const before = this.store.value.outbox;
    this.store.set({ outbox: items });
    if (this.key === null) return;
    // Another tab has messages of its own in the same box: replace only what was ours.
    const ours = new Set([...before, ...items].map((item) => item.id));
    const theirs = this.saved().filter((item) => !ours.has(item.id));
    const kept = [...theirs, ...items.filter((item) => item.state !== "sent")];
    if (kept.length === 0) this.platform.storage.remove(this.key);
    else this.platform.storage.write(this.key, JSON.stringify(kept));
  }

  private saved(): readonly Outgoing<Words>[] {
    const text = this.key === null ? null : this.platform.storage.read(this.key);
    if (text === null) return [];
    try {
      const value: unknown = JSON.parse(text);
      return Array.isArray(value) ? value.filter(isOutgoing) : [];
    } catch {
      return [];
    }
  }
}

function request({ id, body }: Outgoing<Words>): MessageRequest {
  if (body.guide !== undefined) return { client_message_id: id, guide: body.guide };
  if (body.choice !== null) return { client_message_id: id, choice: body.choice };
  const text = body.text === "" ? {} : { text: body.text };
  const files = body.attachments?.map((file) => file.id) ?? [];
  return { client_message_id: id, ...text, ...(files.length === 0 ? {} : { attachments: files }) };
}

function echoed({ current, earlier }: ChatState, id: string): boolean {
  const threads = current === null ? earlier : [...earlier, current];
  return threads.some(({ entries }) => entries.some((entry) => entry.kind === "said" && entry.messageId === id));
}

function isOutgoing(value: unknown): value is Outgoing<Words> {
  const item = value as Partial<Outgoing<Words>> | null;
  return typeof item?.id === "string" && typeof item.madeAt === "number" && typeof item.body?.text === "string";
}
