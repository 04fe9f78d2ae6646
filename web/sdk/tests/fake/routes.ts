/** The customer's HTTP API over the Lotse in memory. */

import { TEXT_LIMIT } from "../../src/index.ts";
import { FakeFiles } from "./files.ts";
import type { Customer, Event, HelpArticle, Language, Part, Rating, SessionAnswer } from "../../src/index.ts";
import { CARD, FakeGuides, SLUG } from "./guides.ts";
import type { Case, FakeLotse } from "./lotse.ts";

export interface Asked {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly token: string | null;
  readonly body: unknown;
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** Who an identity token speaks of; null when it is not valid. */
export type Verify = (identity: string) => Omit<Customer, "id"> | null;

/** When somebody can call. */
export const CALL_TIMES = ["2026-11-25T09:00:00Z", "2026-11-25T09:30:00Z"];

export class Routes {
  private readonly lotse: FakeLotse;
  private readonly verify: Verify;
  readonly guides: FakeGuides;
  readonly files: FakeFiles;
  /** By seq and slug. */
  readonly votes = new Map<string, boolean>();
  /** By conversation. */
  readonly ratings = new Map<string, Rating>();
  readonly articles = new Map<string, HelpArticle>();

  constructor(lotse: FakeLotse, verify: Verify) {
    this.lotse = lotse;
    this.verify = verify;
    this.guides = new FakeGuides(lotse);
    this.files = new FakeFiles(lotse);
  }

  answer(asked: Asked): Answered {
    const [path = "", query = ""] = asked.path.split("?");
    if (asked.method === "POST" && path === "/v1/sessions") return this.open(asked);
    if (path.startsWith("/v1/articles/")) return found(this.articles.get(path.slice("/v1/articles/".length)));
    const customer = this.lotse.sessions.get(asked.token ?? "");
    if (customer === undefined) return problem(401, "not_signed_in");
    return this.ofCustomer({ ...asked, path }, customer, query);
  }

  private ofCustomer(asked: Asked, customer: string, query: string): Answered {
    if (asked.path === "/v1/sessions/current") return this.current(asked, customer);
    if (asked.path === "/v1/conversations") {
      return { status: 200, body: { conversations: this.lotse.of(customer).map((talk) => talk.conversation) } };
    }
    return this.ofSubject(asked, customer, query);
  }

  private ofSubject(asked: Asked, customer: string, query: string): Answered {
    if (asked.path.startsWith("/v1/guides/")) return this.guide(asked, customer, query);
    if (asked.path.endsWith("/helpful")) return this.vote(asked, customer);
    const [, id = "", action = ""] = /^\/v1\/conversations\/([^/]+)\/([a-z-]+)/.exec(asked.path) ?? [];
    const talk = this.lotse.cases.get(id);
    return talk?.customer === customer ? this.act(asked, talk, action, query) : problem(404, "unknown_conversation");
  }

  private vote({ path, body }: Asked, customer: string): Answered {
    const [, , , id, , seq] = path.split("/");
    const { slug, helpful } = body as { slug: string; helpful: boolean };
    const event = this.lotse.of(customer).find(({ conversation }) => conversation.id === id)?.events[Number(seq) - 1];
    if (event === undefined || !showsArticle(event, slug)) return problem(404, "not_found");
    this.votes.set(`${seq} ${slug}`, helpful);
    return { status: 200, body: { slug, helpful } };
  }

  private guide({ method, path, body }: Asked, customer: string, query: string): Answered {
    const language = new URLSearchParams(query).get("lang") === "de" ? "de" : "en";
    const done = (body as { done?: boolean } | null)?.done === true;
    const guide = this.guides.answer(method, path, language, customer, done);
    return guide === null ? problem(404, "unknown") : { status: 200, body: guide };
  }

  private open({ body, token }: Asked): Answered {
    const { identity, language, channel } = body as { identity?: string; language?: Language; channel: "in_app" | "web" };
    const who = identity === undefined ? null : this.verify(identity);
    if (identity !== undefined && who === null) return problem(401, "identity_invalid");
    const customer = this.customer(who, token);
    const session = this.lotse.id(5);
    this.lotse.sessions.set(session, customer.id);
    const talk = this.lotse.latest(customer.id) ?? this.lotse.openCase(customer.id, channel, language ?? "en", null);
    return { status: 201, body: this.session(session, customer, talk) };
  }

  private customer(who: Omit<Customer, "id"> | null, token: string | null): Customer {
    const known = [...this.lotse.customers.values()].find((customer) => who !== null && customer.name === who.name);
    if (known !== undefined) return known;
    const id = (token === null ? undefined : this.lotse.sessions.get(token)) ?? this.lotse.id(7);
    const customer = { id, ...(who ?? { kind: "visitor", name: null, verified: false }) } as const;
    this.lotse.customers.set(id, customer);
    return customer;
  }

  private current({ method, token }: Asked, id: string): Answered {
    if (method === "DELETE") {
      this.lotse.sessions.delete(token ?? "");
      return { status: 204, body: null };
    }
    const customer = this.lotse.customers.get(id);
    const talk = this.lotse.latest(id);
    if (customer === undefined || talk === null) return problem(401, "not_signed_in");
    return { status: 200, body: this.session(token ?? "", customer, talk) };
  }

  private session(session: string, customer: Customer, { conversation }: Case): SessionAnswer {
    return { session, customer, conversation, last_seq: conversation.last_seq };
  }

  private act(asked: Asked, talk: Case, action: string, query: string): Answered {
    const actions: Record<string, () => void> = {
      person: () => { this.lotse.askForPerson(talk); },
      assistant: () => {
        if (talk.conversation.state === "queued") this.lotse.append(talk, "returned_to_assistant", "customer", {});
      },
      close: () => { this.lotse.close(talk, "customer"); },
    };
    const answers: Record<string, () => Answered> = {
      events: () => events(talk, new URLSearchParams(query)),
      attachments: () => (asked.method === "GET" ? this.files.download(talk, asked.path) : this.files.upload(query, asked.body)),
      "call-back-times": () => found({ times: CALL_TIMES }),
      "call-back": () => this.leave(talk, "call-back", asked.body),
      email: () => this.leave(talk, "email", asked.body),
      rating: () => this.rate(asked, talk),
      messages: () => this.say(talk, asked.body),
    };
    const answered = answers[action];
    if (answered !== undefined) return answered();
    const run = actions[action];
    if (run === undefined) return problem(404, "not_found");
    run();
    return { status: 200, body: talk.conversation };
  }

  private leave(talk: Case, what: "email" | "call-back", body: unknown): Answered {
    const { address, at, phone } = body as { readonly address?: string; readonly at?: string; readonly phone?: string };
    const before = talk.conversation.contact ?? { email: null, phone: null, call_back_at: null };
    if (what === "email") {
      if (address?.includes("@") !== true) return problem(422, "invalid");
      this.lotse.append(talk, "email_left", "customer", { address });
      talk.conversation = { ...talk.conversation, contact: { ...before, email: address } };
      return { status: 200, body: talk.conversation };
    }
    if (phone === undefined || phone.length < 6 || at === undefined) return problem(422, "invalid");
    this.lotse.append(talk, "call_back_wanted", "customer", { call_at: at, phone });
    talk.conversation = { ...talk.conversation, state: "snoozed", queue: null, back_by: at, contact: { ...before, phone, call_back_at: at } };
    return { status: 200, body: talk.conversation };
  }

  private rate({ method, body }: Asked, { conversation }: Case): Answered {
    const before = this.ratings.get(conversation.id);
    if (method === "GET") return found(before);
    if (conversation.state !== "closed") return problem(409, "not_allowed_now");
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(body)) return problem(409, "already_rated");
    this.ratings.set(conversation.id, body as Rating);
    return { status: 200, body };
  }

  private say(talk: Case, body: unknown): Answered {
    const { client_message_id: id, attachments = [], ...said } = body as Sent;
    const text = this.textOf(talk, said);
    const words: Part[] = text === undefined ? [] : [{ kind: "text", text }];
    if (words.length + attachments.length === 0) return problem(422, "invalid");
    if (isLong(text)) return problem(413, "too_long");
    const files = this.lotse.knows(talk, id) ? [] : this.files.take(attachments);
    if (files === null) return problem(422, "unknown_attachment");
    const parts = [...words, ...files];
    const answer = this.lotse.say(talk, id, parts, JSON.stringify([said, attachments]));
    return answer === "reused" ? problem(409, "message_id_reused") : { status: 201, body: answer };
  }

  private textOf(talk: Case, { text, guide, choice }: Omit<Sent, "client_message_id" | "attachments">): string | undefined {
    return text ?? titleOf(guide) ?? talk.choices.get(choice ?? "");
  }
}

interface Sent {
  readonly client_message_id: string;
  readonly text?: string;
  readonly choice?: string;
  readonly guide?: string;
  readonly attachments?: readonly string[];
}

function isLong(text: string | undefined): boolean {
  return text !== undefined && text.length > TEXT_LIMIT;
}

function showsArticle(event: Event, slug: string): boolean {
  return event.type === "assistant_said" && event.parts.some((part) => part.kind === "article" && part.article.slug === slug);
}

function titleOf(guide: string | undefined): string | undefined {
  return guide === SLUG ? `Step by step: ${CARD.title}` : undefined;
}

function events({ conversation, events: all }: Case, query: URLSearchParams): Answered {
  const after = Number(query.get("after") ?? 0);
  const limit = Number(query.get("limit") ?? 100);
  return { status: 200, body: { events: all.slice(after, after + limit), last_seq: conversation.last_seq } };
}

function found(body: unknown): Answered {
  return body === undefined ? problem(404, "not_found") : { status: 200, body };
}

function problem(status: number, code: string): Answered {
  return { status, body: { title: code, status, code } };
}
