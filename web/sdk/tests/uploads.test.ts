import { beforeEach, describe, expect, test } from "vitest";

import { Client, FILES_LIMIT, FILE_LIMIT, fileSize } from "../src/index.ts";
import type { Upload } from "../src/index.ts";
import type { Case } from "./fake/lotse.ts";
import { Device, World, memory } from "./fake/world.ts";

const SETTINGS = { origin: "https://lotse.test", channel: "web", language: "en", pageUrl: null } as const;
const PICTURE = { name: "photo.png", size: 2048 };
const LETTER = { name: "letter.pdf", size: 4096 };

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

function talk(): Case {
  const [found] = world.lotse.cases.values();
  if (found === undefined) throw new Error("no conversation");
  return found;
}

function only(): Upload {
  const [found] = client.state.uploads;
  if (found === undefined) throw new Error("no upload");
  return found;
}

function said(): readonly unknown[] {
  return talk().events.filter((event) => event.type === "customer_said").map((event) => "parts" in event && event.parts);
}

describe("an upload", () => {
  test("shows how far it is, and then what the server made of it", async () => {
    let open = (): void => undefined;
    device.gate = new Promise((resolve) => { open = resolve; });

    client.files.tray.add([PICTURE]);
    await world.clock.advance(0);
    expect(only()).toMatchObject({ state: "sending", progress: 0.5, name: "photo.png" });
    open();
    await world.clock.advance(0);

    expect(only()).toMatchObject({ state: "ready", progress: 1, file: { name: "photo.png", width: 1200 } });
  });

  test("is tried again where no answer came", async () => {
    device.fate = ({ url }) => (url.includes("attachments") && device.asked.filter((it) => it.url === url).length < 3 ? "request lost" : "arrives");

    client.files.tray.add([PICTURE]);
    await world.clock.advance(10_000);

    expect(only().state).toBe("ready");
  });

  test("ends after a few tries and begins anew when its sender says so", async () => {
    device.fate = ({ url }) => (url.includes("attachments") ? "answer lost" : "arrives");
    client.files.tray.add([PICTURE]);
    await world.clock.advance(60_000);
    expect(only()).toMatchObject({ state: "failed", error: "no_answer" });

    device.fate = () => "arrives";
    client.files.tray.retry(only().id);
    await world.clock.advance(0);

    expect(only().state).toBe("ready");
  });

  test("that is refused says why and is not tried again", async () => {
    client.files.tray.add([{ name: "drawing.svg", size: 10 }]);
    await world.clock.advance(60_000);

    expect(only()).toMatchObject({ state: "failed", error: "unsupported_file" });
    expect(device.asked.filter(({ url }) => url.includes("attachments"))).toHaveLength(1);
  });

  test("that is too large or empty is not even begun", async () => {
    client.files.tray.add([{ name: "a", size: FILE_LIMIT + 1 }, { name: "b", size: 0 }]);
    await world.clock.advance(0);

    expect(client.state.uploads.map(({ error }) => error)).toEqual(["too_large", "invalid"]);
    expect(device.asked.some(({ url }) => url.includes("attachments"))).toBe(false);
  });

  test("can be cancelled on its way", async () => {
    let open = (): void => undefined;
    device.gate = new Promise((resolve) => { open = resolve; });
    client.files.tray.add([PICTURE, LETTER]);
    await world.clock.advance(0);

    client.files.tray.remove(only().id);
    open();
    await world.clock.advance(60_000);

    expect(client.state.uploads).toMatchObject([{ name: "letter.pdf", state: "ready" }]);
  });

  test("finds room for as many as a message takes", async () => {
    client.files.tray.add(Array.from({ length: FILES_LIMIT + 2 }, (_, n) => ({ name: `${String(n)}.pdf`, size: 5 })));
    await world.clock.advance(0);

    const [more, ...rest] = client.state.uploads.slice(FILES_LIMIT);
    expect(client.state.uploads.slice(0, FILES_LIMIT).every(({ state }) => state === "ready")).toBe(true);
    expect([more, ...rest]).toMatchObject([{ state: "failed", error: "too_many" }, { state: "failed", error: "too_many" }]);
  });
});

describe("a message", () => {
  test("takes along what is ready and leaves the tray empty", async () => {
    client.files.tray.add([PICTURE, LETTER]);
    await world.clock.advance(0);

    client.say("Look:");
    expect(client.state.outbox).toMatchObject([{ body: { text: "Look:", attachments: [{ name: "photo.png" }, { name: "letter.pdf" }] } }]);
    await world.clock.advance(0);

    expect(client.state.uploads).toEqual([]);
    expect(client.state.outbox).toEqual([]);
    expect(said()).toMatchObject([[{ text: "Look:" }, { attachment: { name: "photo.png" } }, { attachment: { name: "letter.pdf" } }]]);
  });

  test("leaves in the tray what could not be uploaded", async () => {
    client.files.tray.add([LETTER, { name: "drawing.svg", size: 5 }]);
    await world.clock.advance(0);

    client.say("");
    await world.clock.advance(0);

    expect(client.state.uploads).toMatchObject([{ name: "drawing.svg", state: "failed" }]);
    expect(said()).toHaveLength(1);
  });

  test("can be files alone; without words and files there is none", async () => {
    client.say("  ");
    client.files.tray.add([LETTER]);
    await world.clock.advance(0);
    client.say("");
    await world.clock.advance(0);

    expect(said()).toMatchObject([[{ kind: "attachment" }]]);
  });

  test("with files is one message however often its answer is lost", async () => {
    client.files.tray.add([LETTER]);
    await world.clock.advance(0);
    let lost = 3;
    device.fate = ({ url }) => (url.endsWith("/messages") && lost-- > 0 ? "answer lost" : "arrives");

    client.say("Look:");
    await world.clock.advance(60_000);

    expect(said()).toHaveLength(1);
    expect(client.state.outbox).toEqual([]);
  });

  test("with files outlives the page", async () => {
    const storage = memory();
    const first = new Device(world, storage);
    const before = new Client(SETTINGS, first.platform);
    before.start();
    await world.clock.advance(0);
    before.files.tray.add([LETTER]);
    await world.clock.advance(0);
    first.fate = ({ url }) => (url.endsWith("/messages") ? "request lost" : "arrives");
    before.say("");
    await world.clock.advance(0);
    before.stop();

    const after = new Client(SETTINGS, new Device(world, storage).platform);
    after.start();
    await world.clock.advance(10_000);

    expect([...world.lotse.cases.values()].at(-1)?.events.some((event) => JSON.stringify(event).includes("letter.pdf"))).toBe(true);
  });

  test("of a choice leaves files where they are", async () => {
    client.files.tray.add([LETTER]);
    await world.clock.advance(0);

    client.choose({ id: "x", title: "X" });

    expect(client.state.uploads).toHaveLength(1);
  });
});

test("a file of a message can be had, and nothing else", async () => {
  client.files.tray.add([PICTURE]);
  await world.clock.advance(0);
  const id = only().file?.id ?? "";
  client.say("");
  await world.clock.advance(0);
  const it = talk().conversation.id;

  await expect(client.files.fetch(it, id, true)).resolves.toEqual({ of: "photo.png" });
  await expect(client.files.fetch(it, "elsewhere", false)).rejects.toThrow("404");
  expect(device.asked.some(({ url }) => url.endsWith(`/attachments/${id}/preview`))).toBe(true);
});

test("who leaves takes nothing of the tray along", async () => {
  client.files.tray.add([PICTURE]);
  await world.clock.advance(0);

  client.signOut();

  expect(client.state.uploads).toEqual([]);
});

test("sizes are told in words of the language", () => {
  expect(fileSize(300, "en")).toBe("1 kB");
  expect(fileSize(20_480, "en")).toBe("20 kB");
  expect(fileSize(2_621_440, "de")).toBe("2,5 MB");
  expect(fileSize(10 * 1024 * 1024, "en")).toBe("10 MB");
});
