/** All that lives as long as an agent is signed in: socket, outgoing messages, drafts. */
import { CloseCode, type Link, LiveSocket } from "@lotse/sdk";
import type { QueryClient } from "@tanstack/react-query";
import { keys } from "../api/keys.ts";
import { Drafts } from "../composer/drafts.ts";
import { type Detail, takeEvent } from "../conversation/detail.ts";
import { platform } from "../platform.ts";
import { createStore } from "../store.ts";
import type { AgentFrame, DeskFrame } from "../frames.ts";
import type { Agent } from "../wire.ts";
import { clock } from "./clock.ts";
import { Echoes } from "./echoes.ts";
import { type News, takeRows } from "./news.ts";
import { type OutgoingMessage, OutgoingMessages } from "./outgoing.ts";
import { Recount } from "./recount.ts";
import { SeenMarks } from "./seen.ts";
import { send } from "./send.ts";
import { everyInWorker } from "./ticker.ts";
import { Typing } from "./typing.ts";

const PING_EVERY_MS = 15_000;
const RESTART_AFTER_MS = 3_000;

export interface DeskOwner {
  news(news: News): void;
  signedOut(): void;
}

export class Desk {
  readonly link = createStore<Link>("stopped");
  readonly typing = new Typing();
  readonly outgoing: OutgoingMessages;
  readonly drafts: Drafts;
  readonly seen: SeenMarks;
  readonly #socket: LiveSocket<DeskFrame, AgentFrame>;
  readonly #echoes: Echoes;
  readonly #recount: Recount;
  readonly #watched = new Set<string>();
  #stopPings = (): void => undefined;

  constructor(
    readonly agent: Agent,
    private readonly cache: QueryClient,
    private readonly owner: DeskOwner,
  ) {
    this.drafts = new Drafts(agent.id, platform.storage, platform.clock);
    this.seen = new SeenMarks(agent.id);
    this.outgoing = new OutgoingMessages(agent.id, (conversation, item) => this.#deliver(conversation, item));
    this.#echoes = new Echoes(cache, this.outgoing);
    this.#recount = new Recount(cache);
    const url = `${location.origin.replace(/^http/, "ws")}/v1/agent/socket`;
    this.#socket = new LiveSocket<DeskFrame, AgentFrame>(
      {
        url,
        hello: () => ({ type: "resume" }),
        received: (frame) => {
          this.#received(frame);
        },
        linkChanged: (link) => {
          this.link.set(link);
        },
        refused: (code) => {
          this.#refused(code);
        },
      },
      platform,
    );
  }

  start(): void {
    this.#socket.restart();
    // The socket's own pings pause while frames come in; the lease on our chats must be renewed all the same.
    this.#stopPings = everyInWorker(PING_EVERY_MS, () => this.#socket.send({ type: "ping" }));
  }

  stop(): void {
    this.#stopPings();
    this.#recount.stop();
    this.#socket.stop();
    this.outgoing.close();
  }

  /** Events of a conversation come in from where its log ends. */
  watch(conversation: string): () => void {
    this.#watched.add(conversation);
    this.#watchNow(conversation);
    return () => {
      this.#watched.delete(conversation);
      this.#socket.send({ type: "unwatch", conversation });
    };
  }

  tellTyping(conversation: string): void {
    this.#socket.send({ type: "typing", conversation });
  }

  /** The page is in front again. */
  check(): void {
    this.#socket.check();
  }

  #watchNow(conversation: string): void {
    const after = this.cache.getQueryData<Detail>(keys.detail(conversation))?.log.last ?? 0;
    this.#socket.send({ type: "watch", conversation, after });
  }

  #received(frame: DeskFrame): void {
    switch (frame.type) {
      case "resumed":
        this.#resumed(frame.agent);
        break;
      case "rows":
        for (const row of frame.rows) clock.heardOf(row.updated_at);
        this.#tell(takeRows(this.cache, frame.rows, this.agent.id));
        break;
      case "event":
        clock.heardOf(frame.event.at);
        this.typing.heard(frame.event);
        takeEvent(this.cache, frame.event);
        this.#echoes.check(frame.event.conversation);
        break;
      case "typing":
        this.typing.begun(frame.conversation);
        break;
      case "pong":
        break;
    }
  }

  /** Watching brings what happened in open conversations; the lists are loaded again. */
  #resumed(agent: Agent): void {
    this.cache.setQueryData(keys.me, agent);
    for (const conversation of this.#watched) this.#watchNow(conversation);
    void this.cache.invalidateQueries({ queryKey: keys.lists });
    this.outgoing.flush();
  }

  #refused(code: number): void {
    if (code === CloseCode.notSignedIn) {
      this.owner.signedOut();
      return;
    }
    this.link.set("reconnecting");
    void this.cache.invalidateQueries({ queryKey: keys.details });
    platform.clock.after(RESTART_AFTER_MS, () => {
      this.#socket.restart();
    });
  }

  #tell(news: News): void {
    if (news.recount) this.#recount.soon();
    this.owner.news(news);
  }

  async #deliver(conversation: string, item: OutgoingMessage): Promise<void> {
    this.#echoes.expect(conversation, item.id, await send(this.cache, conversation, item));
    // The server can be reached: no need for the socket to wait any longer.
    if (this.link.get() !== "online") this.#socket.check();
  }
}
