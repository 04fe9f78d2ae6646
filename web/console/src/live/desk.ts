/** All that lives as long as an agent is signed in: socket, outgoing messages, drafts. */
import { CloseCode, type Link, LiveSocket } from "@lotse/sdk";
import type { QueryClient } from "@tanstack/react-query";
import { keys } from "../api/keys.ts";
import { PickedFiles } from "../attachments/picked.ts";
import { Drafts } from "../composer/drafts.ts";
import { takeEvent } from "../conversation/detail.ts";
import { platform } from "../platform.ts";
import { createStore } from "../store.ts";
import type { AgentFrame, ColleagueFrame, DeskFrame, OfferEndedFrame, OfferFrame, SurgeFrame } from "../frames.ts";
import type { Agent } from "../wire.ts";
import { clock } from "./clock.ts";
import { Colleagues } from "./colleagues.ts";
import type { DeskOwner } from "./owner.ts";
import { Echoes } from "./echoes.ts";
import { type News, takeRows } from "./news.ts";
import { Offers } from "./offers.ts";
import { type OutgoingMessage, OutgoingMessages } from "./outgoing.ts";
import { Recount } from "./recount.ts";
import { Rush } from "./rush.ts";
import { SeenMarks } from "./seen.ts";
import { send } from "./send.ts";
import { heardStatus } from "./status.ts";
import { everyInWorker } from "./ticker.ts";
import { Typing } from "./typing.ts";
import { WallboardWatch } from "./wallboard.ts";
import { Watches } from "./watches.ts";

const PING_EVERY_MS = 15_000;
const RESTART_AFTER_MS = 3_000;

export class Desk {
  readonly link = createStore<Link>("stopped");
  readonly typing = new Typing();
  readonly colleagues = new Colleagues((frame) => this.#socket.send(frame));
  readonly offers = new Offers();
  readonly rush = new Rush();
  readonly files = new PickedFiles();
  readonly outgoing: OutgoingMessages;
  readonly drafts: Drafts;
  readonly seen: SeenMarks;
  readonly #socket: LiveSocket<DeskFrame, AgentFrame>;
  readonly #echoes: Echoes;
  readonly #recount: Recount;
  readonly wallboard: WallboardWatch;
  readonly #watches: Watches;
  #isAsked = false;
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
    this.#socket = new LiveSocket<DeskFrame, AgentFrame>(
      {
        url: `${location.origin.replace(/^http/, "ws")}/v1/agent/socket`,
        hello: () => ({ type: "resume" }),
        received: (frame) => { this.#received(frame); },
        linkChanged: this.link.set,
        refused: (code) => { this.#refused(code); },
      },
      platform,
    );
    this.#watches = new Watches(cache, (frame) => this.#socket.send(frame));
    this.wallboard = new WallboardWatch(cache, (frame) => this.#socket.send(frame));
  }

  start(): void {
    this.#recount.start();
    this.#socket.restart();
    // The socket's own pings pause while frames come in; the lease on our chats must be renewed all the same.
    this.#stopPings = everyInWorker(PING_EVERY_MS, () => this.#socket.send({ type: "ping" }));
  }

  stop(): void {
    this.#stopPings();
    this.#recount.stop();
    this.#socket.stop();
    this.outgoing.close();
    this.files.close();
  }

  /** Events of a conversation come in from where its log ends. */
  watch(conversation: string): () => void {
    return this.#watches.watch(conversation);
  }

  /** The page is in front again. */
  check(): void {
    this.#socket.check();
  }

  #received(frame: DeskFrame): void {
    switch (frame.type) {
      case "resumed":
        this.#resumed(frame.agent, frame.offers);
        break;
      case "rows":
        for (const row of frame.rows) clock.heardOf(row.updated_at);
        this.#tell(takeRows(this.cache, frame.rows, this.agent));
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
        heardStatus(this.cache, frame.status);
        break;
      case "wallboard":
        this.wallboard.heard(frame.wallboard);
        break;
      default:
        this.#told(frame);
    }
  }

  #told(frame: ColleagueFrame | OfferFrame | OfferEndedFrame | SurgeFrame): void {
    if (frame.type === "colleague") this.colleagues.heard(frame);
    else if (frame.type === "surge") this.rush.heard(frame);
    else this.offers.received(frame, this.owner);
  }

  /** Watching brings what happened in open conversations; the lists are loaded again. */
  #resumed(agent: Agent, offers: boolean): void {
    this.#isAsked = offers;
    this.offers.forget();
    this.rush.forget();
    this.cache.setQueryData(keys.me, agent);
    this.#watches.again();
    this.wallboard.again();
    for (const queryKey of [keys.lists, keys.views]) void this.cache.invalidateQueries({ queryKey });
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

  /** Who is asked need not be told of everybody who begins to wait. */
  #tell(news: News): void {
    if (news.recount) this.#recount.soon();
    this.owner.news(this.#isAsked ? { ...news, arrived: [] } : news);
  }

  async #deliver(conversation: string, item: OutgoingMessage): Promise<void> {
    this.#echoes.expect(conversation, item.id, await send(this.cache, conversation, item));
    // The server can be reached: no need for the socket to wait any longer.
    if (this.link.get() !== "online") this.#socket.check();
  }
}
