import { beforeEach, describe, expect, test } from "vitest";

import { Client } from "../src/index.ts";
import type { ChatState, ClientSettings } from "../src/index.ts";
import { Device, World } from "./fake/world.ts";

const SETTINGS: ClientSettings = { origin: "https://lotse.test", channel: "web", language: "de", pageUrl: null };

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

function said({ current }: ChatState): string[] {
  const lines = current?.entries.flatMap((entry) => (entry.kind === "said" ? entry.parts : [])) ?? [];
  return lines.map((part) => (part.kind === "text" ? part.text : part.kind));
}

async function fresh(storage = device.storage): Promise<Client> {
  const other = new Client(SETTINGS, new Device(world, storage).platform);
  other.start();
  await world.clock.advance(0);
  return other;
}

describe("a session", () => {
  test("is made once for a visitor and found again by the next page", async () => {
    client.say("hello");
    await world.clock.advance(0);

    const next = await fresh();

    expect(world.lotse.sessions.size).toBe(1);
    expect(next.state.current).toEqual(client.state.current);
  });

  test("that the server has forgotten is replaced when a page opens", async () => {
    world.lotse.sessions.clear();

    const next = await fresh();

    expect(next.state.phase).toBe("ready");
    expect(next.state.customer?.id).not.toBe(client.state.customer?.id);
  });

  test("that runs out under a visitor ends, and can begin anew", async () => {
    world.lotse.sessions.clear();
    device.cut(4401);
    await world.clock.advance(2_000);
    expect(client.state.phase).toBe("ended");
    expect(client.state.current).not.toBeNull();

    client.start();
    await world.clock.advance(0);

    expect(client.state).toMatchObject({ phase: "ready", link: "online" });
  });

  test("of a signed-in customer is renewed with a new token, and what they wrote arrives", async () => {
    let asked = 0;
    client.signIn(() => Promise.resolve(`lena${String(Math.min(0, ++asked))}`));
    await world.clock.advance(0);
    world.lotse.sessions.clear();

    client.say("Wo bleibt mein Geld?");
    await world.clock.advance(2_000);

    expect(asked).toBe(2);
    expect(said(client.state)).toEqual(["Wo bleibt mein Geld?", "You said: Wo bleibt mein Geld?"]);
    expect(client.state.phase).toBe("ready");
  });

  test("ends when the platform's token is refused", async () => {
    client.signIn(() => Promise.resolve("expired"));
    await world.clock.advance(0);

    expect(client.state.phase).toBe("ended");
  });

  test("waits for a platform that cannot be reached", async () => {
    let down = true;
    client.signIn(() => (down ? Promise.reject(new Error("down")) : Promise.resolve("lena")));
    await world.clock.advance(0);
    expect(client.state).toMatchObject({ phase: "starting", link: "reconnecting" });

    down = false;
    await world.clock.advance(5_000);

    expect(client.state.customer).toMatchObject({ name: "lena", verified: true });
  });

  test("of a visitor becomes that of the customer who signs in, with what was said", async () => {
    client.say("hello");
    await world.clock.advance(0);
    const before = client.state.current?.conversation.id;

    client.signIn(() => Promise.resolve("lena"));
    await world.clock.advance(0);

    expect(client.state.current?.conversation.id).toBe(before);
    expect(device.storage.read("lotse:https://lotse.test:session")).toBeNull();
  });

  test("shows nothing of one person to the next", async () => {
    client.signIn(() => Promise.resolve("lena"));
    await world.clock.advance(0);
    client.say("mine");
    await world.clock.advance(0);

    client.signIn(() => Promise.resolve("tomas"));
    await world.clock.advance(0);

    expect(client.state.customer?.name).toBe("tomas");
    expect(JSON.stringify(client.state)).not.toContain("mine");
  });

  test("is ended on the server too by signing out", async () => {
    client.signOut();
    await world.clock.advance(0);

    expect(world.lotse.sessions.size).toBe(0);
    expect(client.state.phase).toBe("idle");
    expect(device.storage.kept.size).toBe(0);
  });
});
