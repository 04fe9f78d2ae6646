/** The agent socket over the pretended desk. */
import type { IncomingMessage, Server } from "node:http";
import type { Event } from "@lotse/sdk";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { AgentFrame, DeskFrame } from "../../src/frames.ts";
import type { Row } from "../../src/wire.ts";
import type { Routes } from "./routes.ts";
import type { World } from "./world.ts";

export class Sockets {
  /** The next event is kept back, so that a gap shows. */
  dropEvents = 0;
  refusing = false;
  readonly #server = new WebSocketServer({ noServer: true, handleProtocols: () => "lotse.v1" });
  readonly #open = new Map<WebSocket, Set<string>>();

  constructor(
    private readonly world: World,
    private readonly routes: Routes,
  ) {
    world.onRow = (row) => {
      this.#tellRow(row);
    };
    world.onEvent = (event) => {
      this.#tellEvent(event);
    };
  }

  attach(server: Pick<Server, "on">): void {
    server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (request.url !== "/v1/agent/socket") return;
      if (this.refusing) {
        socket.destroy();
        return;
      }
      this.#server.handleUpgrade(request, socket, head, (opened) => {
        this.#serve(opened);
      });
    });
  }

  cut(code = 1012): void {
    for (const socket of this.#open.keys()) socket.close(code);
  }

  typing(conversation: string): void {
    for (const socket of this.#open.keys()) this.#send(socket, { type: "typing", conversation, who: "customer" });
  }

  #serve(socket: WebSocket): void {
    if (this.routes.signedOut) {
      socket.close(4401);
      return;
    }
    const watched = new Set<string>();
    this.#open.set(socket, watched);
    socket.on("close", () => this.#open.delete(socket));
    socket.on("message", (data: Buffer) => {
      this.#hear(socket, watched, JSON.parse(data.toString()) as AgentFrame);
    });
  }

  #hear(socket: WebSocket, watched: Set<string>, frame: AgentFrame): void {
    switch (frame.type) {
      case "resume":
        this.#send(socket, { type: "resumed", agent: this.world.agent, offers: false });
        break;
      case "ping":
        this.#send(socket, { type: "pong", status: this.world.agent.status });
        break;
      case "watch":
        watched.add(frame.conversation);
        this.#catchUp(socket, frame.conversation, frame.after);
        break;
      case "unwatch":
        watched.delete(frame.conversation);
        break;
      case "typing":
      case "present":
      case "watch_wallboard":
        break;
    }
  }

  #catchUp(socket: WebSocket, conversation: string, after: number): void {
    for (const event of this.world.detail(conversation).events) {
      if (event.seq > after) this.#send(socket, { type: "event", event });
    }
  }

  #tellRow(row: Row): void {
    for (const socket of this.#open.keys()) this.#send(socket, { type: "rows", rows: [row] });
  }

  #tellEvent(event: Event): void {
    if (this.dropEvents > 0) {
      this.dropEvents -= 1;
      return;
    }
    for (const [socket, watched] of this.#open) {
      if (watched.has(event.conversation)) this.#send(socket, { type: "event", event });
    }
  }

  #send(socket: WebSocket, frame: DeskFrame): void {
    socket.send(JSON.stringify(frame));
  }
}
