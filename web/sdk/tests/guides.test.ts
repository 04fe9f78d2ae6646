import { beforeEach, expect, test } from "vitest";

import { Client } from "../src/index.ts";
import type { ClientSettings } from "../src/index.ts";
import { CARD, SLUG } from "./fake/guides.ts";
import type { Script } from "./fake/lotse.ts";
import { Device, World } from "./fake/world.ts";

const SETTINGS: ClientSettings = { origin: "https://lotse.test", channel: "web", language: "en", pageUrl: null };

const showing: Script = (lotse, talk, _text, seq) => {
  lotse.append(talk, "assistant_said", "assistant", { in_reply_to: seq, parts: [{ kind: "guide", guide: CARD }] });
};

let world: World;
let device: Device;
let client: Client;

beforeEach(async () => {
  world = new World(showing);
  device = new Device(world);
  client = new Client(SETTINGS, device.platform);
  client.start();
  await world.clock.advance(0);
});

function customer(): string {
  return client.state.customer?.id ?? "";
}

async function open(of: Client = client): Promise<void> {
  const opened = of.guides.follow(SLUG, "en");
  await world.clock.advance(0);
  await opened;
  await world.clock.advance(0);
}

function messages(): number {
  return device.asked.filter(({ method, url }) => method === "POST" && url.endsWith("/messages")).length;
}

test("a guide is asked for once, and is there with how far the customer is", async () => {
  await open();
  await open();

  expect(messages()).toBe(1);
  expect(client.state.guides[SLUG]).toMatchObject({ done: 1, total: 3, next: "one" });
});

test("a guide asked for before the chat is there opens as soon as it is", async () => {
  const early = new Client(SETTINGS, device.platform);
  const opened = early.guides.follow(SLUG, "en");
  early.start();
  await world.clock.advance(0);
  await opened;
  await world.clock.advance(0);

  expect(early.state.current?.entries.some((entry) => entry.kind === "said" && entry.parts[0]?.kind === "guide")).toBe(true);
});

test("a guide that is not there is refused, and nothing is said", async () => {
  const opened = client.guides.follow("how-to-fly", "en").catch((error: unknown) => String(error));
  await world.clock.advance(0);

  expect(await opened).toContain("404");
  expect(messages()).toBe(0);
});

test("a tick is seen at once and kept", async () => {
  await open();

  const ticked = client.guides.tick(SLUG, "one", true);

  expect(client.state.guides[SLUG]).toMatchObject({ done: 2, next: "three" });
  await world.clock.advance(0);
  await ticked;
  expect(client.state.guides[SLUG]).toMatchObject({ done: 2, next: "three" });
});

test("a tick that did not arrive is taken back", async () => {
  await open();
  device.fate = ({ method }) => (method === "PUT" ? "request lost" : "arrives");

  const ticked = client.guides.tick(SLUG, "one", true).catch(() => "not kept");
  await world.clock.advance(0);

  expect(await ticked).toBe("not kept");
  expect(client.state.guides[SLUG]).toMatchObject({ done: 1, next: "one" });
});

test("a tick from another device is seen", async () => {
  await open();

  world.routes.guides.tick(customer(), "one", true);
  await world.clock.advance(0);

  expect(client.state.guides[SLUG]).toMatchObject({ done: 2, next: "three" });
});

test("a tick that was missed while away is seen after the return", async () => {
  await open();
  device.setOnline(false);
  world.routes.guides.tick(customer(), "one", true);

  device.setOnline(true);
  await world.clock.advance(2_000);

  expect(client.state.guides[SLUG]).toMatchObject({ done: 2 });
});

test("whoever signs out leaves no guide behind", async () => {
  await open();

  client.signOut();

  expect(client.state.guides).toEqual({});
});
