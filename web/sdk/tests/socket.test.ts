import { beforeEach, describe, expect, test } from "vitest";

import { CloseCode, LiveSocket, backoff } from "../src/index.ts";
import type { Frame, Link, SocketEvents } from "../src/index.ts";
import { Device, World } from "./fake/world.ts";

class Scripted extends Device {
  readonly opened: SocketEvents[] = [];
  sent: string[] = [];
  /** Answers each hello and each ping. */
  alive = true;

  override connect(_url: string, _protocol: string, events: SocketEvents): { send(text: string): void; close(): void } {
    this.opened.push(events);
    setImmediate(() => {
      if (this.alive) events.opened();
    });
    const answers: Record<string, string> = { hello: "resumed", ping: "pong" };
    const send = (text: string): void => {
      this.sent.push(text);
      const answer = answers[(JSON.parse(text) as Frame).type];
      if (this.alive && answer !== undefined) events.received(JSON.stringify({ type: answer }));
    };
    return { send, close: () => undefined };
  }
}

let world: World;
let device: Scripted;
let links: Link[];
let refusals: number[];
let socket: LiveSocket<Frame, Frame>;

beforeEach(async () => {
  world = new World();
  device = new Scripted(world);
  links = [];
  refusals = [];
  socket = new LiveSocket<Frame, Frame>(
    {
      url: "wss://lotse.test/v1/socket",
      hello: () => ({ type: "hello" }),
      received: () => undefined,
      linkChanged: (link) => void links.push(link),
      refused: (code) => void refusals.push(code),
    },
    device.platform,
  );
  socket.restart();
  await world.clock.advance(0);
});

describe("a live socket", () => {
  test("says hello first and is online once the server has resumed", () => {
    expect(device.sent).toEqual(['{"type":"hello"}']);
    expect(links).toEqual(["connecting", "online"]);
  });

  test("comes back after a cut, with a new hello", async () => {
    device.opened[0]?.closed(1006);
    await world.clock.advance(1_000);

    expect(links).toEqual(["connecting", "online", "reconnecting", "online"]);
    expect(device.sent).toHaveLength(2);
  });

  test("waits longer from try to try while nobody answers", async () => {
    device.alive = false;
    device.opened[0]?.closed(1006);
    await world.clock.advance(5_000);
    const early = device.opened.length;
    await world.clock.advance(300_000);

    expect(early).toBeLessThanOrEqual(3);
    expect(device.opened.length).toBeLessThan(40);
    expect(device.opened.length).toBeGreaterThan(8);
  });

  test("finds out that a silent connection is dead", async () => {
    device.alive = false;
    await world.clock.advance(15_000 + 10_000);

    expect(links.at(-1)).toBe("reconnecting");
  });

  test("stays on a connection that answers its pings", async () => {
    await world.clock.advance(10 * 60_000);

    expect(device.opened).toHaveLength(1);
    expect(links.at(-1)).toBe("online");
  });

  test("takes no notice of a connection that it gave up", async () => {
    socket.restart();
    await world.clock.advance(0);
    const before = [...links];

    device.opened[0]?.closed(1006);

    expect(links).toEqual(before);
    expect(device.opened).toHaveLength(2);
  });

  test.each([4400, 4401, 4404])("leaves it to its owner after %i", async (code) => {
    device.opened[0]?.closed(code);
    await world.clock.advance(60_000);

    expect(refusals).toEqual([code]);
    expect(device.opened).toHaveLength(1);
  });

  test.each([CloseCode.tooSlow, CloseCode.tryAgain])("comes back by itself when it was closed with %i", async (code) => {
    device.opened[0]?.closed(code);
    await world.clock.advance(1_000);

    expect(links.at(-1)).toBe("online");
  });

  test("tells a device without network from a server that does not answer, and returns at once with the network", async () => {
    device.alive = false;
    device.setOnline(false);
    device.opened[0]?.closed(1006);
    expect(links.at(-1)).toBe("offline");

    device.alive = true;
    device.setOnline(true);
    await world.clock.advance(0);

    expect(links.at(-1)).toBe("online");
  });

  test("believes a device that says it has no network before any time-out proves it, and lives on if it was wrong", async () => {
    device.setOnline(false);
    expect(links.at(-1)).toBe("offline");

    await world.clock.advance(60_000);

    expect(links.at(-1)).toBe("online");
  });

  test("is not upset by frames that are no JSON", () => {
    device.opened[0]?.received("<html>");

    expect(links.at(-1)).toBe("online");
  });

  test("does not send while it is not connected", () => {
    device.opened[0]?.closed(1006);

    expect(socket.send({ type: "typing" })).toBe(false);
  });
});

test("the wait doubles up to its limit and never falls below half", () => {
  expect(backoff(1, 0)).toBe(250);
  expect(backoff(1, 1)).toBe(500);
  expect(backoff(4, 1)).toBe(4_000);
  expect(backoff(50, 1)).toBe(15_000);
});
