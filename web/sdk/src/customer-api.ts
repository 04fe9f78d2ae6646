/** The customer's calls, one method each. */

import type { Guide } from "./guide-wire.ts";
import type { AttachedFile } from "./attachment-wire.ts";
import { Refusal, bodyOf, callJson } from "./http.ts";
import type { Call } from "./http.ts";
import type { LocalFile, Network } from "./ports.ts";
import type { Rating } from "./ratings.ts";
import type { ShownArticle } from "./votes.ts";
import type { ArticleHit, HelpArticle } from "./cards.ts";
import type { Channel, Conversation, EventsAnswer, Language, SaidAnswer, SessionAnswer } from "./wire.ts";

export interface SessionRequest {
  readonly channel: Channel;
  readonly identity?: string;
  readonly language?: Language;
  readonly page_url?: string;
}

export type MessageRequest =
  | { readonly client_message_id: string; readonly text?: string; readonly attachments?: readonly string[] }
  | { readonly client_message_id: string; readonly choice: string }
  | { readonly client_message_id: string; readonly guide: string };

/** A file on its way, and the way to stop it. */
interface Upload {
  readonly answer: Promise<AttachedFile>;
  readonly cancel: () => void;
}

export type Wish = "person" | "assistant" | "close";

export class CustomerApi {
  private readonly network: Network;
  private readonly origin: string;

  constructor(network: Network, origin: string) {
    this.network = network;
    this.origin = origin;
  }

  /** With a visitor's token and an identity, the visitor becomes that customer. */
  async openSession(token: string | null, body: SessionRequest): Promise<SessionAnswer> {
    return (await this.call(token, "POST", "/sessions", body)) as SessionAnswer;
  }

  async currentSession(token: string): Promise<SessionAnswer> {
    return (await this.call(token, "GET", "/sessions/current")) as SessionAnswer;
  }

  async endSession(token: string): Promise<void> {
    await this.call(token, "DELETE", "/sessions/current");
  }

  async conversations(token: string): Promise<readonly Conversation[]> {
    const answer = (await this.call(token, "GET", "/conversations")) as { readonly conversations: Conversation[] };
    return answer.conversations;
  }

  async events(token: string, conversation: string, after: number): Promise<EventsAnswer> {
    const path = `/conversations/${conversation}/events?after=${after}&limit=200`;
    return (await this.call(token, "GET", path)) as EventsAnswer;
  }

  async say(token: string, conversation: string, body: MessageRequest): Promise<SaidAnswer> {
    return (await this.call(token, "POST", `/conversations/${conversation}/messages`, body)) as SaidAnswer;
  }

  async wish(token: string, conversation: string, wish: Wish): Promise<Conversation> {
    return (await this.call(token, "POST", `/conversations/${conversation}/${wish}`, {})) as Conversation;
  }

  /** An address for the answer, or a time to be called. */
  async leave(token: string, conversation: string, what: "email" | "call-back", body: object): Promise<Conversation> {
    return (await this.call(token, "POST", `/conversations/${conversation}/${what}`, body)) as Conversation;
  }

  async callBackTimes(token: string, conversation: string): Promise<readonly string[]> {
    const answer = (await this.call(token, "GET", `/conversations/${conversation}/call-back-times`)) as { readonly times: string[] };
    return answer.times;
  }

  async articles(query: string, language: Language): Promise<readonly ArticleHit[]> {
    const path = `/articles?q=${encodeURIComponent(query)}&lang=${language}`;
    const answer = (await this.call(null, "GET", path)) as { readonly articles: ArticleHit[] };
    return answer.articles;
  }

  async guide(token: string, slug: string, language: Language): Promise<Guide> {
    return (await this.call(token, "GET", `/guides/${encodeURIComponent(slug)}?lang=${language}`)) as Guide;
  }

  async guides(token: string, language: Language): Promise<readonly Guide[]> {
    const answer = (await this.call(token, "GET", `/guides?lang=${language}`)) as { readonly guides: Guide[] };
    return answer.guides;
  }

  async tick(token: string, slug: string, step: string, done: boolean, language: Language): Promise<Guide> {
    const path = `/guides/${encodeURIComponent(slug)}/steps/${encodeURIComponent(step)}?lang=${language}`;
    return (await this.call(token, "PUT", path, { done })) as Guide;
  }

  async vote(token: string, { conversation, seq, slug }: ShownArticle, helpful: boolean): Promise<void> {
    await this.call(token, "PUT", `/conversations/${conversation}/events/${seq}/helpful`, { slug, helpful });
  }

  upload(token: string, conversation: string, file: LocalFile, progress: (share: number) => void): Upload {
    const url = `${this.origin}/v1/conversations/${conversation}/attachments?name=${encodeURIComponent(file.name)}`;
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/octet-stream" };
    const transfer = this.network.upload({ url, headers, file, progress });
    const answer = transfer.answer.then((it) => (bodyOf(it) as { readonly attachment: AttachedFile }).attachment);
    return { answer, cancel: () => { transfer.cancel(); } };
  }

  /** The platform's own kind of file: all of it, or a small picture of a picture. */
  async attachment(token: string, conversation: string, id: string, preview: boolean): Promise<unknown> {
    const url = `${this.origin}/v1/conversations/${conversation}/attachments/${id}${preview ? "/preview" : ""}`;
    const { status, file } = await this.network.download({ url, headers: { Authorization: `Bearer ${token}` } });
    if (file === null) throw new Refusal(status, "no_reason_given", null);
    return file;
  }

  async rating(token: string, conversation: string): Promise<void> {
    await this.call(token, "GET", `/conversations/${conversation}/rating`);
  }

  async rate(token: string, conversation: string, rating: Rating): Promise<void> {
    await this.call(token, "PUT", `/conversations/${conversation}/rating`, rating);
  }

  /** For everybody: help articles need no session. */
  async article(slug: string, language: Language): Promise<HelpArticle> {
    return (await this.call(null, "GET", `/articles/${language}/${encodeURIComponent(slug)}`)) as HelpArticle;
  }

  private call(token: string | null, method: Call["method"], path: string, body?: unknown): Promise<unknown> {
    const headers = token === null ? {} : { Authorization: `Bearer ${token}` };
    return callJson(this.network, { method, url: `${this.origin}/v1${path}`, headers, body });
  }
}
