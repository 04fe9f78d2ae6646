import { describe, expect, it } from "vitest";
import { placeOf } from "../src/keyboard/listen.ts";
import { COMMANDS, commandFor, keyCaps, type Place, type Press } from "../src/keyboard/table.ts";

const press = (key: string, held: Partial<Press> = {}): Press => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });
const nowhere: Place = { typing: false, covered: false, list: true };
const inField: Place = { ...nowhere, typing: true, list: false };

describe("keys", () => {
  it("mean their commands", () => {
    const meant = ["j", "k", "a", "r", "n", "?", "Escape", "1"].map((key) => commandFor(press(key), nowhere));

    expect(meant).toEqual(["next", "previous", "accept", "reply", "note", "shortcuts", "back", "queue"]);
  });

  it("are text while somebody types", () => {
    for (const { keys } of COMMANDS) {
      for (const key of keys.filter((name) => name.length === 1)) expect(commandFor(press(key), inField)).toBeNull();
    }
  });

  it("work in a field when they are no text", () => {
    expect(commandFor(press("k", { ctrlKey: true }), inField)).toBe("bar");
    expect(commandFor(press("k", { metaKey: true }), inField)).toBe("bar");
    expect(commandFor(press("Escape"), inField)).toBe("back");
  });

  it("belong to a dialog or menu that is open", () => {
    expect(commandFor(press("a"), { ...nowhere, covered: true })).toBeNull();
    expect(commandFor(press("Escape"), { ...nowhere, covered: true })).toBeNull();
  });

  it("with Ctrl or Alt are not the bare keys", () => {
    expect(commandFor(press("a", { ctrlKey: true }), nowhere)).toBeNull();
    expect(commandFor(press("j", { altKey: true }), nowhere)).toBeNull();
  });

  it("of the arrows move in the list, not where they scroll", () => {
    expect(commandFor(press("ArrowDown"), nowhere)).toBe("next");
    expect(commandFor(press("ArrowDown"), { ...nowhere, list: false })).toBeNull();
  });

  it("that act by themselves are not caught", () => {
    expect(commandFor(press("Enter"), nowhere)).toBeNull();
    expect(commandFor(press("Enter", { ctrlKey: true }), inField)).toBeNull();
  });

  it("are not given twice", () => {
    const keys = COMMANDS.flatMap((command) => command.keys);

    expect(new Set(keys).size).toBe(keys.length);
  });

  it("are written as on the machine's keyboard", () => {
    expect(keyCaps("Mod+k", false)).toEqual(["Ctrl", "K"]);
    expect(keyCaps("Mod+Enter", true)).toEqual(["⌘", "↵"]);
  });
});

describe("the place of a key", () => {
  function inside(markup: string, selector: string): Element | null {
    const page = new DOMParser().parseFromString(markup, "text/html");
    return page.querySelector(selector);
  }

  it("is a field, a dialog, the list, or nothing of these", () => {
    expect(placeOf(inside("<textarea></textarea>", "textarea"))).toMatchObject({ typing: true, list: false });
    expect(placeOf(inside('<input type="radio">', "input"))).toMatchObject({ typing: false });
    expect(placeOf(inside('<div role="dialog"><button></button></div>', "button"))).toMatchObject({ covered: true });
    expect(placeOf(inside("<div data-conversations><a></a></div>", "a"))).toMatchObject({ list: true });
    expect(placeOf(inside("<main><a></a></main>", "a"))).toEqual({ typing: false, covered: false, list: false });
  });
});
