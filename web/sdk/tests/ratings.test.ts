import { beforeEach, describe, expect, test } from "vitest";

import { Client, ratable } from "../src/index.ts";
import type { ClientSettings, Rating } from "../src/index.ts";
import { Device, World } from "./fake/world.ts";

const SETTINGS: ClientSettings = { origin: "https://lotse.test", channel: "web", language: "en", pageUrl: null };
const GOOD: Rating = { csat: 5, effort: 7, comment: null };

let world: World;
let client: Client;
let id: string;

async function begin(device = new Device(world)): Promise<Client> {
  const begun = new Client(SETTINGS, device.platform);
  begun.start();
  await world.clock.advance(0);
  return begun;
}

beforeEach(async () => {
  world = new World();
  client = await begin();
  client.say("hello");
  await world.clock.advance(0);
  id = client.state.current?.conversation.id ?? "";
});

describe("a conversation", () => {
  test("can be rated once it is over", async () => {
    expect(client.state.current !== null && ratable(client.state.current)).toBe(false);

    await client.wish("close");

    expect(client.state.current !== null && ratable(client.state.current)).toBe(true);
  });

  test("is asked about until a rating is given", async () => {
    await client.wish("close");
    await client.ratings.look(id);
    expect(client.state.ratings[id]).toBe("asked");

    await client.ratings.give(id, GOOD);

    expect(client.state.ratings[id]).toBe("given");
    expect(world.routes.ratings.get(id)).toEqual(GOOD);
  });

  test("is not asked about again where another page has rated it", async () => {
    const device = new Device(world);
    const one = await begin(device);
    one.say("hello");
    await world.clock.advance(0);
    const mine = one.state.current?.conversation.id ?? "";
    await one.wish("close");
    await one.ratings.give(mine, GOOD);

    const other = await begin(device);
    await other.ratings.look(mine);

    expect(other.state.ratings[mine]).toBe("given");
  });

  test("is not asked about while nobody answers", async () => {
    const device = new Device(world);
    const one = await begin(device);
    device.fate = () => "request lost";

    await one.ratings.look(one.state.current?.conversation.id ?? "");

    expect(one.state.ratings).toEqual({});
  });

  test("counts as rated when another device was quicker", async () => {
    await client.wish("close");
    world.routes.ratings.set(id, { csat: 1, effort: null, comment: null });

    await client.ratings.give(id, GOOD);

    expect(client.state.ratings[id]).toBe("given");
    expect(world.routes.ratings.get(id)?.csat).toBe(1);
  });

  test("is not rated when the rating is not taken", async () => {
    await expect(client.ratings.give(id, GOOD)).rejects.toThrow("not_allowed_now");

    expect(client.state.ratings[id]).toBeUndefined();
  });
});

test("whoever does not want to rate is not asked on the next page either", async () => {
  const device = new Device(world);
  const first = await begin(device);
  first.say("hello");
  await world.clock.advance(0);
  const mine = first.state.current?.conversation.id ?? "";
  await first.wish("close");
  first.ratings.decline(mine);
  first.stop();

  const next = await begin(device);
  await next.ratings.look(mine);

  expect(next.state.ratings[mine]).toBe("declined");
});
