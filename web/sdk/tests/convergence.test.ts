import fc from "fast-check";
import { expect, test } from "vitest";

import { Client } from "../src/index.ts";
import type { ClientSettings } from "../src/index.ts";
import { Device, World, memory } from "./fake/world.ts";
import type { Carry, Fate } from "./fake/world.ts";

const SETTINGS: ClientSettings = { origin: "https://lotse.test", channel: "web", language: "de", pageUrl: null };
const AMIRA = { name: "Amira" };

/** Two tabs of one browser: the first writes, both must see the same in the end. */
class Bench {
  readonly world = new World();
  readonly storage = memory();
  readonly first = new Device(this.world, this.storage);
  readonly second = new Device(this.world, this.storage);
  readonly writer = new Client(SETTINGS, this.first.platform);
  readonly reader = new Client(SETTINGS, this.second.platform);
  written = 0;

  async begin(): Promise<void> {
    for (const each of [this.writer, this.reader]) {
      each.start();
      await this.world.clock.advance(0);
    }
  }

  async afresh(): Promise<Client> {
    const client = new Client(SETTINGS, new Device(this.world, this.storage).platform);
    client.start();
    await this.world.clock.advance(0);
    return client;
  }

  readonly steps = {
    say: () => {
      this.written += 1;
      this.writer.say(`words ${String(this.written)}`);
    },
    agent: () => { this.world.lotse.agentSays(this.talk(), AMIRA, "the agent's words"); },
    close: () => { this.world.lotse.close(this.talk(), "agent"); },
    cut: () => { this.first.cut(); },
    offline: () => { this.first.setOnline(false); },
    online: () => { this.first.setOnline(true); },
    wait: () => this.world.clock.advance(5_000),
  };

  trouble(fate: () => Fate, carry: () => Carry): void {
    for (const device of [this.first, this.second]) Object.assign(device, { fate, carry });
  }

  heal(): void {
    this.trouble(() => "arrives", () => "once");
    for (const device of [this.first, this.second]) {
      device.setOnline(true);
      device.cut();
    }
  }

  kept(): string[] {
    const events = [...this.world.lotse.cases.values()].flatMap((talk) => talk.events);
    return events.flatMap((event) => (event.type === "customer_said" ? event.parts : [])).map((part) => (part.kind === "text" ? part.text : ""));
  }

  private talk(): NonNullable<ReturnType<World["lotse"]["cases"]["get"]>> {
    const talk = this.world.lotse.cases.get(this.writer.state.current?.conversation.id ?? "");
    if (talk === undefined) throw new Error("no conversation");
    return talk;
  }
}

test("whatever the network does, both tabs end with the log that one loads afresh, each message once and in order", async () => {
  const fates = fc.infiniteStream(fc.constantFrom<Fate>("arrives", "arrives", "request lost", "answer lost", "overloaded"));
  const carries = fc.infiniteStream(fc.constantFrom<Carry>("once", "once", "twice", "late", "lost"));
  const steps = fc.array(fc.constantFrom("say", "agent", "close", "cut", "offline", "online", "wait" as const), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fates, carries, steps, async (fate, carry, script) => {
      const bench = new Bench();
      await bench.begin();
      bench.trouble(() => fate.next().value as Fate, () => carry.next().value as Carry);

      for (const step of script) {
        await bench.steps[step]();
        await bench.world.clock.advance(50);
      }
      bench.heal();
      await bench.world.clock.advance(120_000);

      const { current, earlier } = (await bench.afresh()).state;
      expect(bench.writer.state.current).toEqual(current);
      expect(bench.writer.state.earlier.at(-1)).toEqual(earlier.at(-1));
      expect(bench.reader.state.current).toEqual(current);
      expect(bench.writer.state.outbox).toEqual([]);
      expect(bench.kept()).toEqual(Array.from({ length: bench.written }, (_, index) => `words ${String(index + 1)}`));
    }),
    { numRuns: 300 },
  );
}, 60_000);
