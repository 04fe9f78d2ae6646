/** A Lotse in memory behind real HTTP and WebSockets, with the built pages: to look at, and to try trouble with. */

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";

import { FakeLotse } from "../../sdk/tests/fake/lotse.ts";
import { Routes } from "../../sdk/tests/fake/routes.ts";
import { FakeSocket } from "../../sdk/tests/fake/sockets.ts";
import { control } from "./controls.ts";
import { demo, verify } from "./people.ts";
import { script } from "./script.ts";

const DIST = new URL("../../dist/", import.meta.url);
const PAGES: Readonly<Record<string, string>> = { "/": "demo/index.html", "/demo/app": "demo/app.html", "/demo/site": "demo/site.html" };
const TYPES: Readonly<Record<string, string>> = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html; charset=utf-8", ".svg": "image/svg+xml" };
/** As strict as the real one. */
const POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'";

export async function serve(port: number): Promise<void> {
  const mock = new Mock();
  const server = createServer((request, response) => {
    mock.answer(request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  server.on("upgrade", (request, socket, head) => {
    mock.connect(request, socket, head);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
}

class Mock {
  private readonly lotse = new FakeLotse(Date.now, script);
  private readonly routes = new Routes(this.lotse, verify);
  private readonly sockets = new WebSocketServer({ noServer: true });
  private down = false;

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://mock");
    const body = await text(request);
    const [, area] = url.pathname.split("/");
    if (area === "mock") json(response, this.control(url.pathname.slice("/mock/".length), body) ? 204 : 404, null);
    else if (this.down) response.destroy();
    else if (area === "v1") this.api(request, body, response);
    else await page(url, response);
  }

  connect(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.down) {
      socket.destroy();
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (line) => {
      const one = new FakeSocket(this.lotse, {
        send: (sent) => { line.send(sent); },
        close: (code) => { line.close(code); },
      });
      line.on("message", (received: Buffer) => { one.received(received.toString("utf8")); });
      line.on("close", () => { one.closed(); });
    });
  }

  private control(name: string, body: string): boolean {
    if (name !== "down" && name !== "up") return control(this.lotse, name, body);
    this.down = name === "down";
    if (this.down) control(this.lotse, "cut", "");
    return true;
  }

  private api({ method, url, headers }: IncomingMessage, body: string, response: ServerResponse): void {
    const token = headers.authorization?.replace("Bearer ", "") ?? null;
    const parsed = body === "" ? null : (JSON.parse(body) as unknown);
    const answered = this.routes.answer({ method: method ?? "GET", path: url ?? "/", token, body: parsed });
    json(response, answered.status, answered.body);
  }
}

async function page(url: URL, response: ServerResponse): Promise<void> {
  const known = demo(url);
  if (known !== null) json(response, 200, known);
  else await file(url.pathname, response);
}

async function file(path: string, response: ServerResponse): Promise<void> {
  const name = PAGES[path] ?? path.slice(1);
  const address = new URL(name, DIST);
  try {
    if (!address.href.startsWith(DIST.href)) throw new Error("outside");
    const content = await readFile(address);
    response.writeHead(200, { "Content-Type": TYPES[extname(name)] ?? "application/octet-stream", "Content-Security-Policy": POLICY });
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(body === null ? undefined : JSON.stringify(body));
}

async function text(request: IncomingMessage): Promise<string> {
  let all = "";
  for await (const chunk of request) all += String(chunk);
  return all;
}
