import { beforeEach, describe, expect, test } from "vitest";

import { OLDEST_MS, Outbox } from "../src/index.ts";
import type { Delivery, Outgoing } from "../src/index.ts";
import { Device, World } from "./fake/world.ts";

const AGAIN: Delivery = { kind: "again", afterMs: null };
const TAKEN: Delivery = { kind: "taken" };

let world: World;
let tried: Outgoing<string>[];
let answers: (Delivery | Error)[];
let outbox: Outbox<string>;

beforeEach(() => {
  world = new World();
  tried = [];
  answers = [];
  const deliver = (item: Outgoing<string>): Promise<Delivery> => {
    tried.push(item);
    const answer = answers.shift() ?? TAKEN;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  outbox = new Outbox<string>({ deliver, changed: () => undefined }, new Device(world).platform);
});

describe("an outbox", () => {
  test("tries again with the same id until the message is taken", async () => {
    answers = [new Error("cut"), AGAIN, TAKEN];

    const { id } = outbox.add("one");
    await world.clock.advance(10_000);

    expect(tried.map((item) => item.id)).toEqual([id, id, id]);
    expect(outbox.all).toMatchObject([{ id, state: "sent" }]);
  });

  test("sends one after the other, in the order of writing", async () => {
    answers = [AGAIN];

    outbox.add("one");
    outbox.add("two");
    await world.clock.advance(10_000);

    expect(tried.map((item) => item.body)).toEqual(["one", "one", "two"]);
  });

  test("goes on with the next message when one is refused", async () => {
    answers = [{ kind: "refused", code: "too_long" }];

    outbox.add("one");
    outbox.add("two");
    await world.clock.advance(0);

    expect(outbox.all).toMatchObject([{ state: "failed", error: "too_long" }, { state: "sent" }]);
  });

  test("gives up after the bounded age and begins anew when its writer says so", async () => {
    answers = Array.from({ length: 200 }, () => AGAIN);
    const { id } = outbox.add("one");
    await world.clock.advance(OLDEST_MS + 60_000);
    expect(outbox.all).toMatchObject([{ id, state: "failed", error: "too_old" }]);

    answers = [];
    outbox.retry(id);
    await world.clock.advance(0);

    expect(outbox.all).toMatchObject([{ id, state: "sent" }]);
  });

  test("waits as long as the server asks", async () => {
    answers = [{ kind: "again", afterMs: 60_000 }];

    outbox.add("one");
    await world.clock.advance(59_000);
    expect(tried).toHaveLength(1);
    await world.clock.advance(2_000);

    expect(tried).toHaveLength(2);
  });

  test("tries at once when the way is free again", async () => {
    answers = [{ kind: "again", afterMs: 60_000 }];
    outbox.add("one");
    await world.clock.advance(10);

    outbox.flush();
    await world.clock.advance(0);

    expect(outbox.all).toMatchObject([{ state: "sent" }]);
  });
});
