/** The socket of the current conversation, and looking for news without it. */

import type { Feed } from "./feed.ts";
import type { Platform } from "./ports.ts";
import { LiveSocket } from "./socket.ts";
import type { Link } from "./socket.ts";
import type { Store } from "./state.ts";
import type { Typing } from "./typing.ts";
import { CloseCode } from "./wire.ts";
import type { CustomerFrame, ServerFrame } from "./wire.ts";

export interface LineOwner {
  token(): string | null;
  /** The session has run out: get another, or end. */
  renew(): Promise<void>;
  /** Load the session anew and adopt what it says. */
  reload(): Promise<void>;
  /** Connected and resumed. */
  resumed(): void;
  /** The customer got on with a guide. */
  ticked(guide: string): void;
}

export interface LineParts {
  readonly feed: Feed;
  readonly typing: Typing;
  readonly store: Store;
  readonly platform: Platform;
}

/** While the socket cannot be had, look for news this often. */
const POLL_MS = 5_000;
/** Being refused at once again must not become a race with the server. */
const RETURN_MS = 1_000;

type Handlers = { readonly [T in ServerFrame["type"]]: (frame: Extract<ServerFrame, { type: T }>) => void };

export class Line {
  private readonly owner: LineOwner;
  private readonly parts: LineParts;
  private readonly socket: LiveSocket<ServerFrame, CustomerFrame>;
  private readonly handlers: Handlers;
  private cancelTimer: () => void = () => undefined;

  constructor(owner: LineOwner, url: string, parts: LineParts) {
    const { feed, typing, platform } = parts;
    this.owner = owner;
    this.parts = parts;
    this.handlers = {
      resumed: ({ conversation, last_seq }) => {
        if (last_seq < this.lastSeq) void this.startOver();
        else feed.refresh(conversation);
        owner.resumed();
      },
      event: ({ event }) => {
        feed.receive(event);
      },
      conversation: ({ conversation }) => {
        feed.refresh(conversation);
      },
      queue: ({ queue }) => {
        feed.queue(queue);
      },
      typing: ({ who }) => {
        typing.show(who);
      },
      guide: ({ guide }) => {
        owner.ticked(guide);
      },
      crisis_notice: ({ text }) => {
        this.parts.store.set({ crisis: text });
      },
      pong: () => undefined,
    };
    const socketOwner = {
      url,
      hello: () => this.hello(),
      received: (frame: ServerFrame) => {
        this.received(frame);
      },
      linkChanged: (link: Link) => {
        this.linkChanged(link);
      },
      refused: (code: number) => {
        this.refused(code);
      },
    };
    this.socket = new LiveSocket<ServerFrame, CustomerFrame>(socketOwner, platform);
  }

  restart(): void {
    this.socket.restart();
  }

  stop(): void {
    this.cancelTimer();
    this.socket.stop();
  }

  wake(): void {
    this.socket.check();
  }

  tellTyping(): void {
    const { store, typing } = this.parts;
    if (store.value.current?.conversation.state === "agent" && typing.due()) this.socket.send({ type: "typing" });
  }

  pollSoon(): void {
    const { feed, store } = this.parts;
    this.later(POLL_MS, () => {
      void feed.catchUp();
      if (store.value.link !== "online") this.pollSoon();
    });
  }

  private get lastSeq(): number {
    return this.parts.store.value.current?.lastSeq ?? 0;
  }

  private hello(): CustomerFrame {
    const conversation = this.parts.store.value.current?.conversation.id ?? "";
    return { type: "resume", session: this.owner.token() ?? "", conversation, after: this.lastSeq };
  }

  private received(frame: ServerFrame): void {
    // A newer server may send frames that we do not know yet.
    const handler = this.handlers[frame.type] as ((frame: ServerFrame) => void) | undefined;
    handler?.(frame);
  }

  /** The server knows less than we do: its log was restored from a copy, so ours is wrong. */
  private async startOver(): Promise<void> {
    this.parts.store.set({ current: null });
    await this.owner.reload();
  }

  private linkChanged(link: Link): void {
    this.parts.store.set({ link });
    this.cancelTimer();
    if (link === "reconnecting") this.pollSoon();
  }

  private refused(code: number): void {
    if (code === CloseCode.badFrame) {
      this.pollSoon();
      return;
    }
    this.later(RETURN_MS, () => {
      void (code === CloseCode.notSignedIn ? this.owner.renew() : this.owner.reload());
    });
  }

  private later(ms: number, run: () => void): void {
    this.cancelTimer();
    this.cancelTimer = this.parts.platform.clock.after(ms, run);
  }
}
