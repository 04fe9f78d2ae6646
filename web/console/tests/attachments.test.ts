import type { AttachedFile, HttpAnswer, LocalFile, UploadRequest } from "@lotse/sdk";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fileAddress, kindOf, previewAddress, room } from "../src/attachments/address.ts";
import { PickedFiles, trayOf } from "../src/attachments/picked.ts";
import { hasFiles, isBusy, takenAlong } from "../src/attachments/usePicked.ts";
import { platform } from "../src/platform.ts";
import { WORDS } from "../src/words/words.ts";

const PHOTO: AttachedFile = { id: "f1", name: "photo.png", media_type: "image/png", size: 2048, width: 1600, height: 800 };
const LETTER: AttachedFile = { ...PHOTO, id: "f2", name: "letter.docx", width: null, height: null };
const FILE: LocalFile = { name: "photo #1.png", size: 2048 };

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** What the server makes of the next uploads. */
function answering(...answers: HttpAnswer[]): UploadRequest[] {
  const asked: UploadRequest[] = [];
  vi.spyOn(platform.network, "upload").mockImplementation((request) => {
    asked.push(request);
    request.progress(0.5);
    const answer = answers.shift();
    return { answer: answer === undefined ? new Promise(() => undefined) : Promise.resolve(answer), cancel: () => undefined };
  });
  return asked;
}

const taken = (attachment: AttachedFile): HttpAnswer => ({ status: 201, body: { attachment }, retryAfterS: null });

afterEach(() => {
  vi.restoreAllMocks();
});

describe("files for a reply", () => {
  it("go to the conversation that they are picked in, and wait in its tray", async () => {
    const asked = answering(taken(PHOTO));
    const picked = new PickedFiles();

    picked.of("r 1").add([FILE]);
    await settled();

    expect(asked.map(({ url }) => url)).toEqual(["/v1/agent/conversations/r%201/attachments?name=photo%20%231.png"]);
    expect(asked[0]?.headers).toEqual({ "Content-Type": "application/octet-stream" });
    expect(trayOf(picked.trays.get(), "r 1")).toMatchObject([{ state: "ready", file: PHOTO }]);
    expect(trayOf(picked.trays.get(), "r2")).toEqual([]);
  });

  it("hold the reply back until they are there, and go with it", async () => {
    answering();
    const picked = new PickedFiles();
    const tray = picked.of("r1");
    const shown = (): { readonly uploads: ReturnType<typeof trayOf>; readonly tray: typeof tray } => ({
      uploads: trayOf(picked.trays.get(), "r1"),
      tray,
    });
    tray.add([FILE]);
    await settled();
    expect([isBusy(shown()), hasFiles(shown())]).toEqual([true, false]);

    tray.clear();
    answering(taken(PHOTO));
    tray.add([FILE]);
    await settled();

    expect([isBusy(shown()), hasFiles(shown())]).toEqual([false, true]);
    expect(takenAlong(shown())).toEqual({ attachments: [PHOTO] });
    expect(takenAlong(shown())).toEqual({});
    expect(picked.trays.get()).toEqual({});
  });

  it("that are refused say so by the server's code", async () => {
    answering({ status: 415, body: { code: "unsupported_file", title: "", status: 415 }, retryAfterS: null });
    const picked = new PickedFiles();

    picked.of("r1").add([FILE]);
    await settled();

    expect(trayOf(picked.trays.get(), "r1")).toMatchObject([{ state: "failed", error: "unsupported_file" }]);
  });

  it("are forgotten when the agent leaves", async () => {
    answering(taken(PHOTO));
    const picked = new PickedFiles();
    picked.of("r1").add([FILE]);
    await settled();

    picked.close();

    expect(picked.trays.get()).toEqual({});
  });
});

describe("a file in a message", () => {
  it("has an address of its own, and a preview where it is a picture", () => {
    expect(fileAddress("r1", PHOTO)).toBe("/v1/agent/conversations/r1/attachments/f1");
    expect(previewAddress("r1", PHOTO)).toBe("/v1/agent/conversations/r1/attachments/f1/preview");
    expect(previewAddress("r1", LETTER)).toBeNull();
  });

  it("gets the room that it needs, and no more than there is", () => {
    expect(room(PHOTO)).toEqual({ width: 320, height: 160 });
    expect(room({ ...PHOTO, width: 10, height: 20 })).toEqual({ width: 10, height: 20 });
    expect(room({ ...PHOTO, width: 1, height: 40_000 })).toEqual({ width: 1, height: 280 });
  });

  it("is called by its kind", () => {
    expect([kindOf(PHOTO), kindOf(LETTER)]).toEqual(["PNG", "DOCX"]);
  });
});

it("says why a file was refused in both languages", () => {
  expect(Object.keys(WORDS.de.attachments.failures)).toEqual(Object.keys(WORDS.en.attachments.failures));
});
