/** A Lotse in memory that keeps the contract: gapless logs, ids that repeat, states that move by events. */

import { newThread, reduce } from "../../src/index.ts";
import type {
  AgentName,
  Channel,
  Conversation,
  Customer,
  Event,
  EventMap,
  EventType,
  Language,
  Origin,
  Part,
  Queue,
  ServerFrame,
} from "../../src/index.ts";

export interface Case {
  readonly customer: string;
  conversation: Conversation;
  readonly events: Event[];
  readonly choices: Map<string, string>;
}

/** What the assistant does with a message; it may also ask for a person. */
export type Script = (lotse: FakeLotse, talk: Case, text: string, seq: number) => void;

interface Seen {
  readonly body: string;
  readonly answer: { readonly conversation: string; readonly seq: number };
}

export interface Watcher {
  readonly conversation: string;
  readonly push: (frame: ServerFrame) => void;
  readonly cut: (code: number) => void;
}

export const echo: Script = (lotse, talk, text, seq) => {
  lotse.append(talk, "assistant_said", "assistant", { in_reply_to: seq, parts: [{ kind: "text", text: `You said: ${text}` }] });
};

const FIRST_QUEUE: Queue = { place: 2, expected_wait_s: 240, open: true, opens_at: null, offer_email: false };

export class FakeLotse {
  readonly cases = new Map<string, Case>();
  readonly customers = new Map<string, Customer>();
  /** Tokens, and whose they are. */
  readonly sessions = new Map<string, string>();
  readonly watchers = new Set<Watcher>();
  private readonly seen = new Map<string, Seen>();
  private readonly now: () => number;
  private readonly script: Script;
  private made = 0;

  constructor(now: () => number, script: Script) {
    this.now = now;
    this.script = script;
  }

  id(kind: number): string {
    this.made += 1;
    return `${kind}0000000-0000-4000-8000-${String(this.made).padStart(12, "0")}`;
  }

  openCase(customer: string, channel: Channel, language: Language, previous: Case | null): Case {
    const id = this.id(1);
    const conversation: Conversation = {
      id,
      case_number: `L-${1041 + this.cases.size}`,
      state: "bot",
      language,
      channel,
      last_seq: 0,
      started_at: this.time(),
      closed_at: null,
      previous: previous?.conversation.id ?? null,
      next: null,
      agent: null,
      queue: null,
      back_by: null,
    };
    const talk = { customer, conversation, events: [], choices: new Map<string, string>() };
    this.cases.set(id, talk);
    this.append(talk, "started", "system", { channel, language, previous: conversation.previous });
    return talk;
  }

  /** The conversation that a customer goes on with. */
  latest(customer: string): Case | null {
    return this.of(customer)[0] ?? null;
  }

  /** Newest first. */
  of(customer: string): readonly Case[] {
    return [...this.cases.values()].filter((talk) => talk.customer === customer).reverse();
  }

  append<T extends EventType>(talk: Case, type: T, origin: Origin, body: EventMap[T]): number {
    const seq = talk.conversation.last_seq + 1;
    const event = { conversation: talk.conversation.id, seq, at: this.time(), type, origin, ...body } as unknown as Event;
    const before = { ...newThread(talk.conversation), lastSeq: seq - 1 };
    const state = talk.conversation.state;
    talk.conversation = reduce(before, event).conversation;
    talk.events.push(event);
    this.push(talk, { type: "event", event });
    if (state !== talk.conversation.state) this.changed(talk);
    return seq;
  }

  say(talk: Case, id: string, parts: readonly Part[], body: string): Seen["answer"] | "reused" {
    const key = `${talk.customer} ${id}`;
    const seen = this.seen.get(key);
    if (seen !== undefined) return seen.body === body ? seen.answer : "reused";
    const target = talk.conversation.state === "closed" ? this.follow(talk) : talk;
    const seq = this.append(target, "customer_said", "customer", { client_message_id: id, parts });
    const answer = { conversation: target.conversation.id, seq };
    this.seen.set(key, { body, answer });
    if (target.conversation.state === "bot") this.script(this, target, textOf(parts), seq);
    return answer;
  }

  knows(talk: Case, id: string): boolean {
    return this.seen.has(`${talk.customer} ${id}`);
  }

  askForPerson(talk: Case, reason: "customer_asked" | "rule" = "customer_asked", rule: string | null = null): void {
    if (talk.conversation.state !== "bot") return;
    const { case_number } = talk.conversation;
    this.append(talk, "human_asked", "system", { reason, rule, case_number });
    this.queue(talk, FIRST_QUEUE);
  }

  queue(talk: Case, queue: Queue): void {
    talk.conversation = { ...talk.conversation, queue };
    this.push(talk, { type: "queue", queue });
  }

  accept(talk: Case, agent: AgentName): void {
    this.append(talk, "agent_accepted", "agent", { agent });
  }

  agentSays(talk: Case, agent: AgentName, text: string): void {
    if (talk.conversation.state === "closed") return;
    this.append(talk, "agent_said", "agent", { agent, client_message_id: this.id(9), parts: [{ kind: "text", text }] });
  }

  close(talk: Case, by: "agent" | "customer" | "system"): void {
    if (talk.conversation.state === "closed") return;
    this.append(talk, "closed", by === "customer" ? "customer" : "system", { by, reason: by === "agent" ? "resolved" : null });
  }

  push(talk: Case, frame: ServerFrame): void {
    for (const watcher of [...this.watchers]) if (watcher.conversation === talk.conversation.id) watcher.push(frame);
  }

  private follow(talk: Case): Case {
    const { customer, conversation } = talk;
    const last = this.latest(customer) ?? talk;
    if (last.conversation.state !== "closed") return last;
    const next = this.openCase(customer, conversation.channel, conversation.language, last);
    last.conversation = { ...last.conversation, next: next.conversation.id };
    this.changed(last);
    return next;
  }

  private changed(talk: Case): void {
    this.push(talk, { type: "conversation", conversation: talk.conversation });
  }

  private time(): string {
    return new Date(this.now()).toISOString();
  }
}

function textOf(parts: readonly Part[]): string {
  return parts.map((part) => (part.kind === "text" ? part.text : "")).join(" ");
}
