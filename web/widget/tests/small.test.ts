import { afterEach, describe, expect, test, vi } from "vitest";

import { readConfig } from "../src/config.ts";
import { dayName, expectedWait, weekdayDate } from "../src/dates.ts";
import { later } from "../src/host-api.ts";
import { PageTitle } from "../src/page-title.ts";
import { safeAddress } from "../src/parts/article.tsx";
import { firstLanguage, textsIn } from "../src/texts/index.ts";

afterEach(() => {
  vi.restoreAllMocks();
  delete window.Lotse;
});

describe("the wait to expect", () => {
  test.each([
    [null, "We cannot tell yet how long it takes."],
    [20, "Expected wait: less than a minute."],
    [70, "Expected wait: about 1 minute."],
    [600, "Expected wait: about 10 minutes."],
    [7_300, "Expected wait: about 2 hours."],
  ])("of %s seconds is said honestly", (seconds, text) => {
    expect(expectedWait(textsIn("en"), seconds)).toBe(text);
  });
});

describe("dates", () => {
  test("without a time stay the day that they name", () => {
    expect(weekdayDate("de", "2026-11-26")).toBe("Do., 26. Nov.");
    expect(weekdayDate("en", "2026-11-26")).toBe("Thu 26 Nov");
  });

  test("near by have names", () => {
    const now = Date.parse("2026-11-24T12:00:00Z");

    expect(dayName("de", textsIn("de"), "2026-11-24T10:00:00Z", now)).toBe("Heute");
    expect(dayName("en", textsIn("en"), "2026-11-23T12:00:00Z", now)).toBe("Yesterday");
    expect(dayName("en", textsIn("en"), "2026-11-20T12:00:00Z", now)).toBe("Friday 20 November");
  });
});

describe("the first language", () => {
  test("is the first that we speak of script tag, page and browser, or English", () => {
    expect(firstLanguage(["de", "en", "en"])).toBe("de");
    expect(firstLanguage([undefined, "DE-at", "en"])).toBe("de");
    expect(firstLanguage([undefined, "", "fr-FR", "de-AT", "en"])).toBe("de");
    expect(firstLanguage(["xx", "fr"])).toBe("en");
  });
});

describe("links of articles", () => {
  test("lead to web pages only", () => {
    expect(safeAddress("/help/en/fees", "https://lotse.test")).toBe("https://lotse.test/help/en/fees");
    expect(safeAddress("javascript:alert(1)", "https://lotse.test")).toBeNull();
    expect(safeAddress("data:text/html,x", "https://lotse.test")).toBeNull();
  });
});

describe("the script tag", () => {
  test("names the API by its own address", () => {
    const script = document.createElement("script");
    script.src = "https://help.example.com/widget.js";
    Object.assign(script.dataset, { channel: "in_app", language: "de", target: "#chat" });

    expect(readConfig(script)).toEqual({
      origin: "https://help.example.com",
      servers: [],
      channel: "in_app",
      language: "de",
      target: "#chat",
      titled: true,
    });
  });

  test("gives a page its calls at once and carries them out in order when the chat is there", async () => {
    const done: string[] = [];
    const log = (name: string) => () => void done.push(name);
    const api = { open: log("open"), close: log("close"), signIn: log("signIn"), signOut: log("signOut"), setLanguage: log("setLanguage"), guide: log("guide") };
    let arrive: (loaded: typeof api) => void = () => undefined;
    const waiting = later(new Promise<typeof api>((resolve) => { arrive = resolve; }));

    waiting.setLanguage("de");
    waiting.signIn(() => Promise.resolve("token"));
    waiting.open();
    waiting.guide("profile");
    expect(done).toEqual([]);
    arrive(api);
    await Promise.resolve();

    expect(done).toEqual(["setLanguage", "signIn", "open", "guide"]);
  });

  test("is refused clearly a second time", async () => {
    const first = later(new Promise(() => undefined));
    window.Lotse = first;
    const complaint = vi.spyOn(console, "error").mockImplementation(() => undefined);

    await import("../src/loader.ts");

    expect(complaint).toHaveBeenCalledWith(expect.stringContaining("already"));
    expect(window.Lotse).toBe(first);
  });
});

describe("the title of a page", () => {
  const page = { title: "Kontor" };
  const title = new PageTitle(page);

  test("says how many messages are new, and is the page's own again when none are", () => {
    title.show(2);
    expect(page.title).toBe("(2) Kontor");
    title.show(12);
    expect(page.title).toBe("(9+) Kontor");

    title.show(0);

    expect(page.title).toBe("Kontor");
  });

  test("stays what the page has changed it to meanwhile", () => {
    title.show(1);
    page.title = "Prices";
    title.show(2);
    expect(page.title).toBe("(2) Prices");
    page.title = "Contact";

    title.show(0);

    expect(page.title).toBe("Contact");
  });
});
