/** The customer's chat without a screen: give it a platform, read its state, tell it what the customer does. */

import { backoff } from "./backoff.ts";
import type { Contacts } from "./contacts.ts";
import { CustomerApi, type Wish } from "./customer-api.ts";
import { Dialogue, type DialogueOwner } from "./dialogue.ts";
import type { Files } from "./files.ts";
import type { Guides } from "./guides.ts";
import type { HelpArticle } from "./cards.ts";
import type { Platform } from "./ports.ts";
import type { Ratings } from "./ratings.ts";
import { Session, isFinal } from "./session.ts";
import type { TokenSource } from "./session.ts";
import { sessionRequest } from "./settings.ts";
import type { ClientSettings } from "./settings.ts";
import { NOTHING, Store, type ChatState } from "./state.ts";
import type { Votes } from "./votes.ts";
import type { Choice, Language, SessionAnswer } from "./wire.ts";

export class Client {
  readonly files: Files;
  readonly guides: Guides;
  readonly votes: Votes;
  readonly ratings: Ratings;
  readonly contacts: Contacts;
  private readonly platform: Platform;
  private settings: ClientSettings;
  private readonly api: CustomerApi;
  private readonly session: Session;
  private readonly store = new Store();
  private readonly dialogue: Dialogue;
  private failures = 0;
  private cancelRetry: () => void = () => undefined;
  /** What an older start still brings is not wanted any more. */
  private generation = 0;

  constructor(settings: ClientSettings, platform: Platform) {
    this.settings = settings;
    this.platform = platform;
    this.api = new CustomerApi(platform.network, settings.origin);
    const prefix = `lotse:${settings.origin}:`;
    this.session = new Session(this.api, platform.storage, `${prefix}session`);
    const owner: DialogueOwner = {
      token: () => this.session.present,
      call: (use) => this.call(use),
      // The socket may find out first that the session has run out.
      renew: () => this.begin(() => this.session.renew(sessionRequest(this.settings))),
      reload: () => this.begin(),
    };
    const socketUrl = `${settings.origin.replace(/^http/, "ws")}/v1/socket`;
    this.dialogue = new Dialogue(owner, { api: this.api, store: this.store, platform, socketUrl, prefix });
    ({ guides: this.guides, files: this.files, votes: this.votes, ratings: this.ratings, contacts: this.contacts } = this.dialogue);
  }

  /** A whole help article; rejects when it cannot be had. */
  async article(slug: string, language: Language): Promise<HelpArticle> {
    return this.api.article(slug, language);
  }

  get state(): ChatState {
    return this.store.value;
  }

  /** Calls back after each change; returns the way to stop. */
  subscribe(listener: () => void): () => void {
    return this.store.subscribe(listener);
  }

  /** Whether there is something to go on with: a visitor who was here before, or a signed-in customer. */
  get remembered(): boolean {
    return this.session.remembered;
  }

  start(): void {
    if (this.state.phase === "starting" || this.state.phase === "ready") return;
    this.store.set({ phase: "starting", link: "connecting" });
    void this.begin();
  }

  /** Leaves the page; the session stays for the next one. */
  stop(): void {
    this.reset();
  }

  signIn(source: TokenSource): void {
    this.session.identify(source);
    this.reset();
    this.start();
  }

  signOut(): void {
    this.session.leave();
    this.dialogue.forget();
    this.reset();
  }

  /** For sessions that begin from now on; a conversation follows the language of its customer. */
  setLanguage(language: Language): void {
    this.settings = { ...this.settings, language };
  }

  /** Takes along the files that are ready. */
  say(text: string): void {
    this.dialogue.say(text.trim(), null);
  }

  choose(choice: Choice): void {
    this.dialogue.say(choice.title, choice.id);
  }

  retry(id: string): void {
    this.dialogue.sending.retry(id);
  }

  discard(id: string): void {
    this.dialogue.sending.remove(id);
  }

  /** Rejects when it could not be done; the conversation is unchanged then. */
  async wish(wish: Wish): Promise<void> {
    await this.dialogue.wish(wish);
  }

  async loadEarlier(): Promise<void> {
    await this.dialogue.history.more();
  }

  typing(): void {
    this.dialogue.line.tellTyping();
  }

  markRead(): void {
    this.dialogue.reading.mark();
  }

  /** The page came back to the front. */
  wake(): void {
    this.dialogue.line.wake();
  }

  private async begin(open = (): Promise<SessionAnswer> => this.session.open(sessionRequest(this.settings))): Promise<void> {
    this.cancelRetry();
    const generation = ++this.generation;
    try {
      const answer = await open();
      if (generation !== this.generation) return;
      this.failures = 0;
      await this.dialogue.adopt(answer);
      this.store.set({ phase: "ready" });
    } catch (error) {
      if (generation === this.generation) this.failed(error);
    }
  }

  private failed(error: unknown): void {
    if (isFinal(error)) {
      this.end();
      return;
    }
    this.failures += 1;
    // A running chat has a socket that knows better.
    if (this.state.phase === "starting") this.store.set({ link: this.platform.network.online() ? "reconnecting" : "offline" });
    this.cancelRetry = this.platform.clock.after(backoff(this.failures, this.platform.chance.number()), () => {
      void this.begin();
    });
  }

  private async call<T>(use: (token: string) => Promise<T>): Promise<T> {
    try {
      return await this.session.call(sessionRequest(this.settings), use);
    } catch (error) {
      if (isFinal(error) && this.session.present === null) this.end();
      throw error;
    }
  }

  private end(): void {
    this.dialogue.stop();
    this.store.set({ phase: "ended", link: "stopped", typing: null });
  }

  private reset(): void {
    this.generation += 1;
    this.cancelRetry();
    this.dialogue.clear();
    this.store.set(NOTHING);
  }
}
