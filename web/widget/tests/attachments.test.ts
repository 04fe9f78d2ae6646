import { beforeEach, describe, expect, test, vi } from "vitest";

import { Stage } from "./stage.tsx";

let stage: Stage;

beforeEach(async () => {
  stage = new Stage();
  await stage.rest();
  await stage.click(".launcher");
});

function picture(name = "photo.png"): File {
  return new File(["picture"], name, { type: "image/png" });
}

async function pick(...files: File[]): Promise<void> {
  const chooser = stage.one("input[type=file]") as HTMLInputElement;
  Object.defineProperty(chooser, "files", { configurable: true, value: files });
  chooser.dispatchEvent(new Event("change", { bubbles: true }));
  await stage.rest();
}

/** An event with files, as far as this page needs it. */
function carrying(type: string, key: string, files: readonly File[]): Event {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.defineProperty(event, key, { value: { files, types: ["Files"] } });
  return event;
}

async function send(): Promise<void> {
  await stage.click(".send");
}

describe("files", () => {
  test("are picked by a button, wait in the tray, and go with the message", async () => {
    await pick(picture(), new File(["letter"], "letter.pdf"));

    expect(stage.text(".picked .file-name")).toBe("photo.png | letter.pdf");
    expect(stage.text(".picked [role=status]")).toContain("Ready to send");
    await stage.write("Look:");
    await send();

    expect(stage.all(".tray")).toHaveLength(0);
    expect(stage.text(".by-customer .bubble")).toBe("Look:");
    expect(stage.text(".by-customer .attachment .file-name")).toBe("photo.png | letter.pdf");
  });

  test("go without a word, too; with neither there is nothing to send", async () => {
    expect((stage.one(".send") as HTMLButtonElement).disabled).toBe(true);
    await pick(picture());
    expect((stage.one(".send") as HTMLButtonElement).disabled).toBe(false);
    await send();

    expect(stage.all(".by-customer .bubble")).toHaveLength(0);
    expect(stage.text(".by-customer .attachment .file-name")).toBe("photo.png");
  });

  test("show how far they are, and hold the message back until they are there", async () => {
    let open = (): void => undefined;
    stage.device.gate = new Promise((resolve) => { open = resolve; });
    await pick(picture());

    const bar = stage.one(".picked progress") as HTMLProgressElement;
    expect([bar.getAttribute("value"), bar.getAttribute("aria-label")]).toEqual(["0.5", "Uploading photo.png"]);
    await stage.write("Look:");
    await stage.press("Enter");
    expect(stage.all(".by-customer")).toHaveLength(0);
    open();
    await stage.rest();
    await stage.press("Enter");

    expect(stage.text(".by-customer .attachment .file-name")).toBe("photo.png");
  });

  test("can be taken back on their way", async () => {
    stage.device.gate = new Promise(() => undefined);
    await pick(picture());

    await stage.click("[aria-label='Remove photo.png']");

    expect(stage.all(".tray")).toHaveLength(0);
  });

  test("that are refused say why, in both languages, and are not sent", async () => {
    await pick(new File(["<svg/>"], "drawing.svg"), picture());
    expect(stage.text(".picked [role=alert]")).toBe("Pictures, PDFs, texts and office documents only");
    expect(stage.all("[aria-label='Try drawing.svg again']")).toHaveLength(0);

    stage.widget.setLanguage("de");
    await stage.rest();
    expect(stage.text(".picked [role=alert]")).toBe("Nur Bilder, PDFs, Texte und Office-Dokumente");
    await send();

    expect(stage.text(".by-customer .attachment .file-name")).toBe("photo.png");
  });

  test("that could not be brought can be tried again", async () => {
    stage.device.fate = ({ url }) => (url.includes("attachments") ? "request lost" : "arrives");
    await pick(picture());
    await stage.world.clock.advance(60_000);
    await stage.rest();
    expect(stage.text(".picked [role=alert]")).toBe("No connection");

    stage.device.fate = () => "arrives";
    await stage.click("[aria-label='Try photo.png again']");

    expect(stage.text(".picked [role=status]")).toContain("Ready to send");
  });

  test("are taken when they are dropped on the chat, which says so while they hover", async () => {
    const panel = stage.one(".panel");
    panel.dispatchEvent(carrying("dragover", "dataTransfer", []));
    await stage.rest();
    expect(stage.one(".drop-zone").hidden).toBe(false);

    const drop = carrying("drop", "dataTransfer", [picture()]);
    panel.dispatchEvent(drop);
    await stage.rest();

    expect(drop.defaultPrevented).toBe(true);
    expect(stage.one(".drop-zone").hidden).toBe(true);
    expect(stage.text(".picked .file-name")).toBe("photo.png");
  });

  test("are taken when they are pasted; pasted words stay words", async () => {
    const field = stage.one("textarea");
    const words = carrying("paste", "clipboardData", []);
    field.dispatchEvent(words);
    expect(words.defaultPrevented).toBe(false);

    field.dispatchEvent(carrying("paste", "clipboardData", [picture("pasted.png")]));
    await stage.rest();

    expect(stage.text(".picked .file-name")).toBe("pasted.png");
  });
});

describe("a file in a message", () => {
  beforeEach(async () => {
    vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:here");
    const fetched = vi.spyOn(stage.widget.client.files, "fetch");
    fetched.mockImplementation((_conversation, _id, preview) => Promise.resolve(new Blob([preview ? "small" : "whole"])));
    await pick(picture(), new File(["letter"], "letter.pdf"));
    await send();
  });

  test("shows a picture in the room it has, and its name and size", () => {
    const shown = stage.one(".attachment img");

    expect(["src", "alt", "width", "height"].map((name) => shown.getAttribute(name))).toEqual(["blob:here", "photo.png", "280", "187"]);
    expect(stage.all(".attachment img")).toHaveLength(1);
    expect(stage.text(".attachment .about-file")).toBe("1 kB | 1 kB");
  });

  test("of which the page around lets no picture be shown is still there by name", async () => {
    stage.one(".attachment img").dispatchEvent(new Event("error"));
    await stage.rest();

    expect(stage.all(".attachment img")).toHaveLength(0);
    expect(stage.text(".attachment .file-name")).toBe("photo.png | letter.pdf");
  });

  test("is saved under its name", async () => {
    const saved: [string, string][] = [];
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      saved.push([this.download, this.href]);
    });

    await stage.click("[aria-label^='Download letter.pdf']");

    expect(saved).toEqual([["letter.pdf", "blob:here"]]);
  });

  test("that cannot be had says so", async () => {
    vi.spyOn(stage.widget.client.files, "fetch").mockRejectedValue(new Error("gone"));

    await stage.click("[aria-label^='Download letter.pdf']");

    expect(stage.text(".attachment [role=alert]")).toBe("The file could not be loaded.");
  });
});
