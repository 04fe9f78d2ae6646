/** A WebSocket of JSON frames that stays alive: reconnects, checks its health, says how it is. */

import { backoff } from "./backoff.ts";
import type { Platform, SocketPort } from "./ports.ts";
import { CloseCode, SUBPROTOCOL } from "./wire.ts";

/** `stopped`: nobody wants a connection. `offline`: the device says that it has no network. */
export type Link = "stopped" | "connecting" | "online" | "reconnecting" | "offline";

export interface Frame {
  readonly type: string;
}

export interface SocketOwner<In extends Frame, Out extends Frame> {
  readonly url: string;
  /** The first frame of every connection, made anew each time. */
  hello(): Out;
  received(frame: In): void;
  linkChanged(link: Link): void;
  /** The server will not have us this way; nothing is tried until `restart`. */
  refused(code: number): void;
}

const PING_EVERY_MS = 15_000;
const ANSWER_WITHIN_MS = 10_000;
const FINAL: readonly number[] = [CloseCode.badFrame, CloseCode.notSignedIn, CloseCode.unknown];

export class LiveSocket<In extends Frame, Out extends Frame> {
  private readonly owner: SocketOwner<In, Out>;
  private readonly platform: Platform;
  private port: SocketPort | null = null;
  private link: Link = "stopped";
  private failures = 0;
  private cancelTimer: () => void = () => undefined;
  private stopWatching: (() => void) | null = null;
  /** Callbacks of a socket that we gave up carry an older number and are ignored. */
  private attempt = 0;

  constructor(owner: SocketOwner<In, Out>, platform: Platform) {
    this.owner = owner;
    this.platform = platform;
  }

  /** Connects now, giving up the present connection: after `stop`, after being refused, to resume elsewhere. */
  restart(): void {
    this.stopWatching ??= this.platform.network.watchOnline((online) => {
      this.onlineChanged(online);
    });
    this.failures = 0;
    this.connect();
  }

  stop(): void {
    this.stopWatching?.();
    this.stopWatching = null;
    this.drop();
    this.say("stopped");
  }

  /** False when there is no connection to send on. */
  send(frame: Out | { readonly type: "ping" }): boolean {
    if (this.link !== "online" || this.port === null) return false;
    this.port.send(JSON.stringify(frame));
    return true;
  }

  /** The page came back to the front: find out now whether the connection still lives. */
  check(): void {
    if (this.link === "online") this.ping();
    else if (this.link === "reconnecting" || this.link === "offline") this.restart();
  }

  private connect(): void {
    this.drop();
    const attempt = ++this.attempt;
    const current = (): boolean => attempt === this.attempt;
    this.say(this.failures === 0 && this.link !== "online" ? "connecting" : this.lostLink());
    this.port = this.platform.network.connect(this.owner.url, SUBPROTOCOL, {
      opened: () => {
        if (current()) this.port?.send(JSON.stringify(this.owner.hello()));
      },
      received: (text) => {
        if (current()) this.received(text);
      },
      closed: (code) => {
        if (current()) this.closed(code);
      },
    });
    this.timer(ANSWER_WITHIN_MS, () => {
      this.closed(0);
    });
  }

  private received(text: string): void {
    const frame = parse(text);
    if (frame === null) return;
    if (frame.type === "resumed") {
      this.failures = 0;
      this.say("online");
    }
    if (this.link === "online") {
      this.timer(PING_EVERY_MS, () => {
        this.ping();
      });
    }
    this.owner.received(frame as In);
  }

  private ping(): void {
    this.timer(ANSWER_WITHIN_MS, () => {
      this.closed(0);
    });
    this.send({ type: "ping" });
  }

  private closed(code: number): void {
    this.drop();
    if (FINAL.includes(code)) {
      this.say("stopped");
      this.owner.refused(code);
      return;
    }
    this.failures += 1;
    this.say(this.lostLink());
    this.timer(backoff(this.failures, this.platform.chance.number()), () => {
      this.connect();
    });
  }

  private onlineChanged(online: boolean): void {
    if (online) this.check();
    // The device knows before any time-out does; what still arrives is taken all the same.
    else if (this.link !== "stopped") this.say("offline");
  }

  private lostLink(): Link {
    return this.platform.network.online() ? "reconnecting" : "offline";
  }

  private drop(): void {
    this.attempt += 1;
    this.cancelTimer();
    this.port?.close();
    this.port = null;
  }

  private timer(ms: number, run: () => void): void {
    this.cancelTimer();
    this.cancelTimer = this.platform.clock.after(ms, run);
  }

  private say(link: Link): void {
    if (link === this.link) return;
    this.link = link;
    this.owner.linkChanged(link);
  }
}

function parse(text: string): Frame | null {
  try {
    const value: unknown = JSON.parse(text);
    const framed = typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
    return framed ? (value as Frame) : null;
  } catch {
    return null;
  }
}
