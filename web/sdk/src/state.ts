/** Everything a chat shows, in one value, and the one place that changes it. */

import type { AttachedFile } from "./attachment-wire.ts";
import type { Guide } from "./guide-wire.ts";
import type { Outgoing } from "./outbox.ts";
import type { RatingState } from "./ratings.ts";
import type { Link } from "./socket.ts";
import type { Thread } from "./thread.ts";
import type { Upload } from "./uploads.ts";
import type { Customer, Language } from "./wire.ts";

/** `ended`: the session is over and only the customer (or the page around) can begin another. */
export type Phase = "idle" | "starting" | "ready" | "ended";

/** What a customer sends: words of their own, or a choice with the title they saw. */
export interface Words {
  readonly conversation: string;
  readonly text: string;
  readonly choice: string | null;
  /** The guide to open; its title is the text until the log says it. */
  readonly guide?: string;
  /** Files below the text, or alone. */
  readonly attachments?: readonly AttachedFile[];
}

export interface ChatState {
  readonly phase: Phase;
  readonly link: Link;
  readonly customer: Customer | null;
  readonly current: Thread | null;
  /** Whole threads of earlier conversations, oldest first. */
  readonly earlier: readonly Thread[];
  /** How many more earlier conversations can be loaded. */
  readonly earlierLeft: number;
  readonly outbox: readonly Outgoing<Words>[];
  /** Files picked for the next message. */
  readonly uploads: readonly Upload[];
  readonly typing: "agent" | "assistant" | null;
  /** The guides that were shown, by slug, as they stand now. */
  readonly guides: Readonly<Record<string, Guide>>;
  /** What was said here of articles, by `voteKey`. */
  readonly votes: Readonly<Record<string, boolean>>;
  /** Whether conversations that are over were rated, by their id; absent while that is not known. */
  readonly ratings: Readonly<Record<string, RatingState>>;
  /** What everybody has to know at the moment, in each language. */
  readonly crisis: Readonly<Record<Language, string>> | null;
  /** The last event of the current conversation that the customer has seen. */
  readonly readSeq: number;
}

export const NOTHING: ChatState = {
  phase: "idle",
  link: "stopped",
  customer: null,
  current: null,
  earlier: [],
  earlierLeft: 0,
  outbox: [],
  uploads: [],
  typing: null,
  guides: {},
  votes: {},
  ratings: {},
  crisis: null,
  readSeq: 0,
};

export class Store {
  private state: ChatState = NOTHING;
  private readonly listeners = new Set<() => void>();

  get value(): ChatState {
    return this.state;
  }

  set(change: Partial<ChatState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }

  /** Once the chat is there. */
  async ready(): Promise<void> {
    if (this.state.phase === "ready") return;
    await new Promise<void>((resolve) => {
      const stop = this.subscribe(() => {
        if (this.state.phase !== "ready") return;
        stop();
        resolve();
      });
    });
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }
}

/** Messages to the customer that they have not seen yet. */
export function unread({ current, readSeq }: ChatState): number {
  if (current === null) return 0;
  return current.entries.filter((entry) => entry.seq > readSeq && entry.kind === "said" && entry.by !== "customer").length;
}
