import { beforeEach, describe, expect, test } from "vitest";

import { Client, unread } from "../src/index.ts";
import type { ChatState, ClientSettings } from "../src/index.ts";
import type { Case } from "./fake/lotse.ts";
import { Device, World } from "./fake/world.ts";
import type { Fate } from "./fake/world.ts";

const SETTINGS: ClientSettings = { origin: "https://lotse.test", channel: "web", language: "de", pageUrl: null };
const AMIRA = { name: "Amira" };

let world: World;
let device: Device;
let client: Client;

beforeEach(async () => {
  world = new World();
  device = new Device(world);
  client = new Client(SETTINGS, device.platform);
  client.start();
  await world.clock.advance(0);
});

function talk(of: Client = client): Case {
  const found = world.lotse.cases.get(of.state.current?.conversation.id ?? "");
  if (found === undefined) throw new Error("no conversation");
  return found;
}

function said({ current }: ChatState): string[] {
  const lines = current?.entries.flatMap((entry) => (entry.kind === "said" ? entry.parts : [])) ?? [];
  return lines.map((part) => (part.kind === "text" ? part.text : part.kind));
}

function posts(path: RegExp): number {
  return device.asked.filter(({ method, url }) => method === "POST" && path.test(url)).length;
}

async function fresh(storage = device.storage): Promise<Client> {
  const other = new Client(SETTINGS, new Device(world, storage).platform);
  other.start();
  await world.clock.advance(0);
  return other;
}

describe("a message", () => {
  test("is seen as sending at once and is answered", async () => {
    client.say(" hello ");
    expect(client.state.outbox).toMatchObject([{ state: "sending", body: { text: "hello" } }]);

    await world.clock.advance(0);

    expect(client.state.outbox).toEqual([]);
    expect(said(client.state)).toEqual(["hello", "You said: hello"]);
  });

  test("whose receipt is lost is repeated with the same id and kept once", async () => {
    const fates: Fate[] = ["answer lost", "request lost", "overloaded"];
    device.carry = () => "lost";
    device.fate = ({ url }) => (url.endsWith("/messages") ? (fates.shift() ?? "arrives") : "arrives");

    client.say("hello");
    await world.clock.advance(20_000);

    expect(posts(/messages$/)).toBe(4);
    expect(said(client.state)).toEqual(["hello", "You said: hello"]);
    expect(client.state.outbox).toEqual([]);
  });

  test("left unsent by one page is sent by the next", async () => {
    device.fate = () => "request lost";
    client.say("hello");
    await world.clock.advance(1_000);
    client.stop();

    const next = await fresh();
    await world.clock.advance(0);

    expect(said(next.state)).toEqual(["hello", "You said: hello"]);
    expect(device.storage.kept.has(`lotse:https://lotse.test:outbox:${next.state.customer?.id ?? ""}`)).toBe(false);
  });

  test("that the server had, though the page never learned of it, does not linger", async () => {
    device.fate = ({ url }) => (url.endsWith("/messages") ? "answer lost" : "arrives");
    device.canConnect = false;
    device.cut();
    client.say("hello");
    await world.clock.advance(100);
    client.stop();

    const next = await fresh();
    await world.clock.advance(0);

    expect(said(next.state)).toEqual(["hello", "You said: hello"]);
    expect(next.state.outbox).toEqual([]);
  });

  test("that is refused stays visible with its reason", async () => {
    client.say("x".repeat(8001));
    await world.clock.advance(0);

    expect(client.state.outbox).toMatchObject([{ state: "failed", error: "too_long" }]);
  });

  test("whose id was used for other words is refused, not doubled", async () => {
    device.fate = ({ url }) => (url.endsWith("/messages") ? "request lost" : "arrives");
    client.say("hello");
    const id = client.state.outbox[0]?.id ?? "";
    world.lotse.say(talk(), id, [{ kind: "text", text: "other" }], "other");
    device.fate = () => "arrives";
    await world.clock.advance(5_000);

    expect(said(client.state)).toEqual(["other", "You said: other"]);
  });
});

describe("a conversation", () => {
  test("is followed into the next one after its end, with the earlier one in view", async () => {
    client.say("first");
    await world.clock.advance(0);
    await client.wish("close");
    await world.clock.advance(0);
    expect(client.state.current?.conversation.state).toBe("closed");

    client.say("second");
    await world.clock.advance(0);

    expect(said(client.state)).toEqual(["second", "You said: second"]);
    expect(client.state.earlier.map((thread) => thread.conversation.case_number)).toEqual(["L-1041"]);
    expect((await fresh()).state).toMatchObject({ current: client.state.current, earlier: client.state.earlier });
  });

  test("moves through the queue to a person and back", async () => {
    await client.wish("person");
    expect(client.state.current?.conversation).toMatchObject({ state: "queued", queue: { place: 2 } });

    world.lotse.queue(talk(), { place: 1, expected_wait_s: 60, open: true, opens_at: null, offer_email: false });
    await world.clock.advance(0);
    expect(client.state.current?.conversation.queue).toMatchObject({ place: 1 });

    world.lotse.accept(talk(), AMIRA);
    await world.clock.advance(0);
    expect(client.state.current?.conversation).toMatchObject({ state: "agent", agent: AMIRA, queue: null });
  });

  test("counts what its customer has not seen, also on the next page", async () => {
    world.lotse.agentSays(talk(), AMIRA, "one");
    await world.clock.advance(0);
    client.markRead();
    world.lotse.agentSays(talk(), AMIRA, "two");
    await world.clock.advance(0);

    expect(unread(client.state)).toBe(1);
    expect(unread((await fresh()).state)).toBe(1);
  });

  test("shows that the other side types until it speaks or falls silent", async () => {
    world.lotse.push(talk(), { type: "typing", who: "agent" });
    await world.clock.advance(0);
    expect(client.state.typing).toBe("agent");

    await world.clock.advance(10_000);

    expect(client.state.typing).toBeNull();
  });

  test("goes on without its socket", async () => {
    device.canConnect = false;
    device.cut();
    client.say("hello");
    await world.clock.advance(0);
    world.lotse.agentSays(talk(), AMIRA, "still here");
    await world.clock.advance(6_000);

    expect(said(client.state)).toEqual(["hello", "You said: hello", "still here"]);
  });

  test("is live again as soon as a message gets through", async () => {
    device.fate = () => "request lost";
    device.canConnect = false;
    device.cut();
    client.say("hello");
    await world.clock.advance(120_000);
    expect(client.state.link).toBe("reconnecting");

    device.fate = () => "arrives";
    device.canConnect = true;
    client.retry(client.state.outbox[0]?.id ?? "");
    await world.clock.advance(10);

    expect(client.state.link).toBe("online");
  });

  test("that the server no longer knows is loaded anew, and what waited goes to the present one", async () => {
    const lost = talk();
    world.lotse.cases.delete(lost.conversation.id);
    world.lotse.openCase(lost.customer, "web", "de", null);

    client.say("hello");
    await world.clock.advance(10_000);

    expect(said(client.state)).toEqual(["hello", "You said: hello"]);
    expect(client.state.current?.conversation.id).not.toBe(lost.conversation.id);
  });

  test("loads earlier ones one by one, oldest first", async () => {
    for (const text of ["one", "two", "three"]) {
      client.say(text);
      await world.clock.advance(0);
      await client.wish("close");
    }
    const next = await fresh();
    expect(next.state).toMatchObject({ earlierLeft: 1, earlier: [{ conversation: { case_number: "L-1042" } }] });

    await next.loadEarlier();

    expect(next.state.earlier.map((thread) => thread.conversation.case_number)).toEqual(["L-1041", "L-1042"]);
    expect(next.state.earlierLeft).toBe(0);
  });
});
