import { expect, test } from "vitest";

import { Servers } from "../src/index.ts";
import type { FileAnswer, FileRequest, HttpAnswer, HttpRequest, Network, SocketEvents, SocketPort, Transfer, UploadRequest } from "../src/index.ts";

const TWO = ["https://one.test", "https://two.test"];
const GET = { method: "GET", headers: {}, body: null, timeoutMs: 1 } as const;

/** A network in which some origins do not answer. */
class Wires implements Network {
  readonly asked: string[] = [];
  readonly sockets: SocketEvents[] = [];
  down: readonly string[] = [];
  status = 200;

  request(request: HttpRequest): Promise<HttpAnswer> {
    this.asked.push(request.url);
    if (this.down.some((origin) => request.url.startsWith(origin))) return Promise.reject(new Error("no answer"));
    return Promise.resolve({ status: this.status, body: null, retryAfterS: null });
  }

  upload({ url }: UploadRequest): Transfer {
    return { answer: this.request({ ...GET, url }), cancel: () => undefined };
  }

  async download({ url }: FileRequest): Promise<FileAnswer> {
    return { ...(await this.request({ ...GET, url })), file: null };
  }

  connect(url: string, _protocol: string, events: SocketEvents): SocketPort {
    this.asked.push(url);
    this.sockets.push(events);
    return { send: () => undefined, close: () => undefined };
  }

  online(): boolean {
    return true;
  }

  watchOnline(): () => void {
    return () => undefined;
  }
}

const NOTHING: SocketEvents = { opened: () => undefined, received: () => undefined, closed: () => undefined };

test("goes on with the next server where one does not answer, and stays there", async () => {
  const wires = new Wires();
  wires.down = ["https://one.test"];
  const servers = new Servers(wires, TWO);

  await expect(servers.request({ ...GET, url: "https://one.test/v1/articles" })).rejects.toThrow("no answer");
  await servers.request({ ...GET, url: "https://one.test/v1/articles" });
  await servers.request({ ...GET, url: "https://one.test/v1/articles" });

  expect(wires.asked).toEqual([
    "https://one.test/v1/articles",
    "https://two.test/v1/articles",
    "https://two.test/v1/articles",
  ]);
});

test("comes round to the first server again", async () => {
  const wires = new Wires();
  wires.down = TWO;
  const servers = new Servers(wires, TWO);

  for (let n = 0; n < 3; n += 1) await servers.request({ ...GET, url: "https://one.test/x" }).catch(() => null);

  expect(wires.asked[2]).toBe("https://one.test/x");
});

test("many who fail at the same server at once move on by one", async () => {
  const wires = new Wires();
  wires.down = ["https://one.test"];
  const servers = new Servers(wires, TWO);
  const ask = (): Promise<unknown> => servers.request({ ...GET, url: "https://one.test/x" }).catch(() => null);

  await Promise.all([ask(), ask()]);
  await ask();

  expect(wires.asked[2]).toBe("https://two.test/x");
});

test("takes a gateway's word for it that nobody is there, and a refusal for an answer", async () => {
  const wires = new Wires();
  const servers = new Servers(wires, TWO);

  wires.status = 422;
  await servers.request({ ...GET, url: "https://one.test/x" });
  wires.status = 502;
  await servers.request({ ...GET, url: "https://one.test/x" });
  await servers.request({ ...GET, url: "https://one.test/x" });

  expect(wires.asked).toEqual(["https://one.test/x", "https://one.test/x", "https://two.test/x"]);
});

test("a socket that never opened is tried elsewhere, one that was cut at the same place", () => {
  const wires = new Wires();
  const servers = new Servers(wires, TWO);

  servers.connect("wss://one.test/v1/socket", "lotse.v1", NOTHING);
  wires.sockets[0]?.closed(1006);
  servers.connect("wss://one.test/v1/socket", "lotse.v1", NOTHING);
  wires.sockets[1]?.opened();
  wires.sockets[1]?.closed(1006);
  servers.connect("wss://one.test/v1/socket", "lotse.v1", NOTHING);

  expect(wires.asked).toEqual(["wss://one.test/v1/socket", "wss://two.test/v1/socket", "wss://two.test/v1/socket"]);
});
