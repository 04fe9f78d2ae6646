/** The customer's socket over the Lotse in memory. */

import { CloseCode } from "../../src/index.ts";
import type { CustomerFrame, ServerFrame } from "../../src/index.ts";
import type { FakeLotse, Watcher } from "./lotse.ts";

export interface Wire {
  send(text: string): void;
  close(code: number): void;
}

/** One connected socket; `closed` must be called when it ends. */
export class FakeSocket {
  private readonly lotse: FakeLotse;
  private readonly wire: Wire;
  private watcher: Watcher | null = null;

  constructor(lotse: FakeLotse, wire: Wire) {
    this.lotse = lotse;
    this.wire = wire;
  }

  received(text: string): void {
    const frame = JSON.parse(text) as CustomerFrame;
    if (frame.type === "ping") this.send({ type: "pong" });
    if (frame.type !== "resume") return;
    const talk = this.lotse.cases.get(frame.conversation);
    const customer = this.lotse.sessions.get(frame.session);
    if (customer === undefined) {
      this.wire.close(CloseCode.notSignedIn);
      return;
    }
    if (talk?.customer !== customer) {
      this.wire.close(CloseCode.unknown);
      return;
    }
    const { conversation } = talk;
    this.watcher = {
      conversation: conversation.id,
      push: (pushed) => { this.send(pushed); },
      cut: (code) => { this.wire.close(code); },
    };
    this.lotse.watchers.add(this.watcher);
    this.send({ type: "resumed", conversation, last_seq: conversation.last_seq });
    for (const event of talk.events.slice(frame.after)) this.send({ type: "event", event });
  }

  closed(): void {
    if (this.watcher !== null) this.lotse.watchers.delete(this.watcher);
  }

  private send(frame: ServerFrame): void {
    this.wire.send(JSON.stringify(frame));
  }
}
