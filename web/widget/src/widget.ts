/** The running widget: the client, what of it is open, and in which language it speaks. */

import { Client, Servers, unread, webPlatform } from "@lotse/sdk";
import type { ArticleReference, ChatState, Choice, Language, Platform, Rating, ShownArticle, Wish } from "@lotse/sdk";

import type { Config } from "./config.ts";
import { PageTitle } from "./page-title.ts";
import { firstLanguage, isLanguage } from "./texts/index.ts";

export interface View {
  readonly open: boolean;
  readonly inline: boolean;
  readonly language: Language;
  /** The last thing the customer asked for that could not be done. */
  readonly failed: boolean;
  /** The page signs its customers in, and has not done so yet. */
  readonly signedOut: boolean;
  /** The guide that the page asked for and that has not come into view yet. */
  readonly guide: string | null;
  /** The article that is being read. */
  readonly reading: Reading | null;
}

/** An article as it is known before it is there. */
export interface Reading extends ArticleReference {
  readonly language: Language;
}

function platformFor(config: Config): Platform {
  const platform = webPlatform();
  if (config.servers.length === 0) return platform;
  const servers = [config.origin, ...config.servers.filter((origin) => origin !== config.origin)];
  return { ...platform, network: new Servers(platform.network, servers) };
}

export class Widget {
  readonly config: Config;
  readonly client: Client;
  private view: View;
  private readonly listeners = new Set<() => void>();
  private spoken: Language | null = null;
  private readonly title = new PageTitle(document);

  constructor(config: Config, client?: Client) {
    this.config = config;
    const language = firstLanguage([config.language, document.documentElement.lang, ...navigator.languages]);
    const pageUrl = location.href.split("#")[0] ?? null;
    const settings = { origin: config.origin, channel: config.channel, language, pageUrl };
    this.client = client ?? new Client(settings, platformFor(config));
    const inline = config.target !== undefined;
    this.view = { open: inline, inline, language, failed: false, signedOut: config.channel === "in_app", guide: null, reading: null };
    this.client.subscribe(() => {
      this.follow(this.client.state);
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.client.wake();
      this.changed();
    });
  }

  get shown(): View {
    return this.view;
  }

  subscribe(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** A visitor gets a session when they open the chat; one who was here before sees at once what is new. */
  begin(): void {
    if (!this.view.signedOut && (this.view.open || this.client.remembered)) this.client.start();
  }

  open(): void {
    this.set({ open: true });
    this.begin();
  }

  close(): void {
    if (!this.view.inline) this.set({ open: false });
  }

  signIn(source: () => Promise<string>): void {
    this.set({ signedOut: false });
    this.client.signIn(source);
  }

  signOut(): void {
    this.client.signOut();
    this.set({ signedOut: this.config.channel === "in_app" });
    this.begin();
  }

  /** Also what the "begin again" buttons do. */
  beginAnew(): void {
    this.set({ signedOut: false });
    this.client.start();
  }

  setLanguage(language: string): void {
    if (!isLanguage(language)) return;
    this.client.setLanguage(language);
    this.set({ language });
  }

  guide(topic: string): void {
    this.open();
    this.set({ guide: topic, failed: false });
    this.client.guides.follow(topic, this.view.language).catch(() => {
      this.set({ guide: null, failed: true });
    });
  }

  guideShown(): void {
    this.set({ guide: null });
  }

  async tick(guide: string, step: string, done: boolean): Promise<void> {
    try {
      await this.client.guides.tick(guide, step, done);
    } catch {
      this.set({ failed: true });
    }
  }

  async vote(article: ShownArticle, helpful: boolean): Promise<void> {
    try {
      await this.client.votes.cast(article, helpful);
    } catch {
      this.set({ failed: true });
    }
  }

  async rate(conversation: string, rating: Rating): Promise<void> {
    try {
      await this.client.ratings.give(conversation, rating);
    } catch {
      this.set({ failed: true });
    }
  }

  read(reading: Reading | null): void {
    this.set({ reading });
  }

  say(text: string): void {
    this.client.say(text);
  }

  choose(choice: Choice): void {
    this.client.choose(choice);
  }

  async wish(wish: Wish): Promise<void> {
    try {
      await this.client.wish(wish);
      this.set({ failed: false });
    } catch {
      this.set({ failed: true });
    }
  }

  /** New texts follow the language that the conversation has come to be in. */
  private follow({ current }: ChatState): void {
    const language = current?.conversation.language ?? null;
    const spokenIn = current?.entries.some((entry) => entry.kind === "said") === true;
    if (spokenIn && language !== this.spoken) {
      this.spoken = language;
      if (isLanguage(language)) this.view = { ...this.view, language };
    }
    if (current === null) this.spoken = null;
    this.changed();
  }

  private set(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    this.changed();
  }

  private changed(): void {
    if (this.view.open && document.visibilityState === "visible") this.client.markRead();
    if (this.config.titled) this.title.show(document.visibilityState === "hidden" ? unread(this.client.state) : 0);
    for (const listener of this.listeners) listener();
  }
}
