/** The agent API over the pretended desk. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { filtersOf } from "../../src/inbox/filters.ts";
import { fileOf, timelineOf } from "./files.ts";
import type { Hit } from "../../src/inbox/wire.ts";
import type { Agent, Filters, Row, View } from "../../src/wire.ts";
import * as acts from "./acts.ts";
import { Refused, type World } from "./world.ts";

type Body = Readonly<Record<string, unknown>>;
const COOKIE = "lotse_agent=here";

async function bodyOf(request: IncomingMessage): Promise<Body> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text === "" ? {} : (JSON.parse(text) as Body);
}

function answer(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(body === null ? undefined : JSON.stringify(body));
}

function hitIn(row: Row, sought: string): Hit {
  const at = row.preview.toLowerCase().indexOf(sought);
  const snippet = [
    { text: row.preview.slice(0, at), hit: false },
    { text: row.preview.slice(at, at + sought.length), hit: true },
    { text: row.preview.slice(at + sought.length), hit: false },
  ];
  return { row, seq: 2, at: row.updated_at, type: "customer_said", snippet };
}

export class Routes {
  /** How the next calls are made to fail, from the tests. */
  failSends = 0;
  signedOut = false;

  constructor(private readonly world: World) {}

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://mock");
    const path = url.pathname.replace("/v1/agent/", "");
    try {
      await this.#answer(request, response, path, url.searchParams);
    } catch (error) {
      const { status, code } = error instanceof Refused ? error : new Refused(500, "internal");
      const retry: Record<string, string> = status === 429 ? { "Retry-After": "10" } : {};
      answer(response, status, { title: code, status, code, detail: code }, retry);
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse, path: string, query: URLSearchParams): Promise<void> {
    const body = await bodyOf(request);
    if (path === "login") {
      this.#login(body);
      answer(response, 200, { agent: this.world.agent }, { "Set-Cookie": `${COOKIE}; HttpOnly; SameSite=Strict; Path=/` });
      return;
    }
    if (this.signedOut || !(request.headers.cookie ?? "").includes(COOKIE)) throw new Refused(401, "not_signed_in");
    if (path === "logout") {
      answer(response, 204, null, { "Set-Cookie": "lotse_agent=; Max-Age=0; Path=/" });
      return;
    }
    answer(response, 200, this.#desk(path, query, body));
  }

  #login(body: Body): void {
    if (body["email"] === "busy@example.com") throw new Refused(429, "too_many_requests");
    if (body["password"] !== "harbour") throw new Refused(401, "not_signed_in");
    this.signedOut = false;
  }

  #desk(path: string, query: URLSearchParams, body: Body): unknown {
    const { world } = this;
    if (path === "me") return { agent: world.agent };
    if (path === "status") {
      world.agent = { ...world.agent, status: body["status"] as Agent["status"] };
      return { agent: world.agent };
    }
    if (path === "views") return this.#views(body);
    return this.#looked(path, query) ?? this.#case(path, body);
  }

  #looked(path: string, query: URLSearchParams): unknown {
    if (path === "search") return this.#search(query);
    if (path === "conversations") return this.#list(query);
    return path.startsWith("customers/") ? this.#file(path) : undefined;
  }

  #case(path: string, body: Body): unknown {
    const [, id = "", act] = path.split("/");
    return act === undefined ? this.world.detail(id) : this.#act(id, act, body);
  }

  #views({ name, view, filters }: Body): unknown {
    return name === undefined ? this.world.views() : this.world.save(name as string, view as View, filters as Filters);
  }

  #file(path: string): unknown {
    const [, id = "", part] = path.split("/");
    const theirs = [...this.world.rows.values()].filter((row) => row.customer.id === id);
    return part === "timeline" ? timelineOf(this.world, theirs) : fileOf(this.world, theirs);
  }

  #search(query: URLSearchParams): unknown {
    const sought = (query.get("q") ?? "").toLowerCase();
    const rows = this.world.list({ view: "all", filters: filtersOf(query.toString()) }, 1_000, null).rows;
    const found = rows.filter((row) => row.preview.toLowerCase().includes(sought)).slice(0, 30);
    return { named: rows.slice(0, 1), hits: found.map((row) => hitIn(row, sought)), next: null };
  }

  #list(query: URLSearchParams): unknown {
    const view = (query.get("view") ?? "queue") as View;
    const looked = { view, filters: filtersOf(query.toString()) };
    return this.world.list(looked, Number(query.get("limit") ?? 200), query.get("cursor"));
  }

  #act(id: string, act: string, body: Body): unknown {
    const { world } = this;
    const text = body["text"] as string;
    const messageId = body["client_message_id"] as string;
    switch (act) {
      case "accept":
        return { row: acts.accept(world, id, body["epoch"]) };
      case "messages":
        if (this.failSends > 0) {
          this.failSends -= 1;
          throw new Refused(409, "stale_epoch");
        }
        return acts.say(world, id, messageId, text, body["epoch"]);
      case "notes":
        return acts.note(world, id, messageId, text);
      case "hand-back":
        return { row: acts.handBack(world, id, body["epoch"], body["note"]) };
      case "close":
        return { row: acts.close(world, id, body["epoch"], body["reason"] as string) };
      default:
        throw new Refused(404, "not_found");
    }
  }
}
