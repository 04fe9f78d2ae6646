/** The current conversation and all that belongs to it: log, line, outbox, earlier cases. */

import type { CustomerApi, Wish } from "./customer-api.ts";
import { Feed } from "./feed.ts";
import { Files } from "./files.ts";
import type { Guide } from "./guide-wire.ts";
import { Guides, shows } from "./guides.ts";
import { History } from "./history.ts";
import { Line, type LineOwner } from "./line.ts";
import type { Platform } from "./ports.ts";
import { Contacts } from "./contacts.ts";
import { Ratings } from "./ratings.ts";
import { Reading } from "./reading.ts";
import { Sending } from "./sending.ts";
import type { Store } from "./state.ts";
import type { Thread } from "./thread.ts";
import { Typing } from "./typing.ts";
import { Votes } from "./votes.ts";
import type { Conversation, Event, SaidAnswer, SessionAnswer } from "./wire.ts";

export interface DialogueOwner extends Omit<LineOwner, "resumed" | "ticked"> {
  call: <T>(use: (token: string) => Promise<T>) => Promise<T>;
}

export interface DialogueSettings {
  readonly api: CustomerApi;
  readonly store: Store;
  readonly platform: Platform;
  readonly socketUrl: string;
  /** Begins every storage key. */
  readonly prefix: string;
}

export class Dialogue {
  readonly sending: Sending;
  readonly history: History;
  readonly line: Line;
  readonly reading: Reading;
  readonly guides: Guides;
  readonly votes: Votes;
  readonly files: Files;
  readonly ratings: Ratings;
  readonly contacts: Contacts;
  private readonly owner: DialogueOwner;
  private readonly settings: DialogueSettings;
  private readonly feed: Feed;
  private readonly typing: Typing;

  constructor(owner: DialogueOwner, settings: DialogueSettings) {
    const { api, store, platform } = settings;
    const { call } = owner;
    this.owner = owner;
    this.settings = settings;
    this.typing = new Typing(store, platform.clock);
    this.reading = new Reading(store, platform.storage);
    this.guides = new Guides({ call, begin: (guide) => { this.begin(guide); } }, api, store);
    this.votes = new Votes(call, api, store);
    this.files = new Files(call, api, store, platform);
    this.ratings = new Ratings(call, api, store, platform.storage, `${settings.prefix}unrated`);
    const reload = (): void => void owner.reload();
    const took = (event: Event): void => { this.took(event); };
    this.feed = new Feed({ call, took, unknown: reload, followed: reload, failed: () => { this.line.pollSoon(); } }, api, store);
    this.contacts = new Contacts(call, api, store, this.feed);
    this.history = new History(call, api, this.feed, store);
    this.sending = new Sending({ call, said: (answer) => { this.said(answer); }, reload: () => owner.reload() }, api, store, platform);
    const resumed = (): void => {
      this.dropSent();
      this.sending.flush();
      this.guides.refresh();
      void this.history.begin();
    };
    const ticked = (guide: string): void => { this.guides.changed(guide); };
    this.line = new Line({ ...owner, resumed, ticked }, settings.socketUrl, { feed: this.feed, typing: this.typing, store, platform });
  }

  /** Makes the session's conversation the current one and brings it up to date. */
  async adopt({ customer, conversation }: SessionAnswer): Promise<void> {
    const { store, prefix } = this.settings;
    if (store.value.customer?.id !== customer.id) this.clear();
    store.set({ customer });
    await this.turnTo(conversation);
    await this.feed.catchUp();
    const { current } = store.value;
    if (current?.conversation.id !== conversation.id) return;
    this.dropSent();
    this.reading.open(`${prefix}read:${customer.id}`);
    this.line.restart();
    this.sending.open(`${prefix}outbox:${customer.id}`);
    void this.history.begin();
  }

  say(text: string, choice: string | null): void {
    const { current } = this.settings.store.value;
    if (current === null) return;
    const attachments = choice === null ? this.files.tray.take() : [];
    if (text !== "" || attachments.length > 0) this.sending.add({ conversation: current.conversation.id, text, choice, attachments });
  }

  /** Where it stands in this conversation already, nothing needs to be said. */
  private begin({ slug, title }: Guide): void {
    const { current, outbox } = this.settings.store.value;
    if (current === null || outbox.some(({ body }) => body.guide === slug)) return;
    const open = current.conversation.state !== "closed" && shows(current, slug);
    if (!open) this.sending.add({ conversation: current.conversation.id, text: title, choice: null, guide: slug });
  }

  async wish(wish: Wish): Promise<void> {
    const { api, store } = this.settings;
    const id = store.value.current?.conversation.id;
    if (id === undefined) return;
    const answer = await this.owner.call((token) => api.wish(token, id, wish));
    this.feed.refresh(answer);
    if (store.value.link !== "online") await this.feed.catchUp();
  }

  /** Hangs up; what is shown stays. */
  stop(): void {
    this.line.stop();
    this.typing.hide();
  }

  /** The customer leaves this device. */
  forget(): void {
    this.sending.forget();
    this.reading.forget();
    this.clear();
  }

  /** Shows nothing of this customer any more; what is unsent is kept for their return. */
  clear(): void {
    this.stop();
    this.sending.close();
    this.history.clear();
    this.reading.close();
    this.files.tray.clear();
    this.settings.store.set({ current: null, customer: null, guides: {}, votes: {}, ratings: {} });
  }

  private async turnTo(conversation: Conversation): Promise<void> {
    const before = await this.feed.turnTo(conversation);
    if (before === null) return;
    this.typing.hide();
    const leadsHere = before.conversation.id === conversation.previous;
    if (leadsHere && before.conversation.state === "closed" && isWhole(before)) this.history.add(before, conversation.id);
    else this.history.clear();
  }

  private dropSent(): void {
    const { current } = this.settings.store.value;
    if (current !== null && isWhole(current)) this.sending.dropSent();
  }

  private took(event: Event): void {
    if (event.type === "customer_said") this.sending.remove(event.client_message_id);
    // A notice comes before the answer that is still being written.
    else if (event.type !== "notice_given") this.typing.hide();
  }

  private said({ conversation, seq }: SaidAnswer): void {
    const { current, link } = this.settings.store.value;
    if (current?.conversation.id !== conversation) {
      void this.owner.reload();
      return;
    }
    if (link !== "online") {
      // The server is there again: no need to wait for the socket's next try.
      this.line.wake();
      void this.feed.catchUp();
    } else if (current.lastSeq < seq) this.line.pollSoon();
    // The answer may have been quicker than the receipt.
    if (current.conversation.state === "bot" && current.lastSeq <= seq) this.typing.show("assistant");
  }
}

function isWhole({ lastSeq, conversation }: Thread): boolean {
  return lastSeq >= conversation.last_seq;
}
