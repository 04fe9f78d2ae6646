import { beforeEach, describe, expect, test } from "vitest";

import { CARD, SLUG } from "../../sdk/tests/fake/guides.ts";
import type { Script } from "../../sdk/tests/fake/lotse.ts";
import { Stage } from "./stage.tsx";

const showing: Script = (lotse, talk, _text, seq) => {
  lotse.append(talk, "assistant_said", "assistant", { in_reply_to: seq, parts: [{ kind: "guide", guide: CARD }] });
};

let stage: Stage;

beforeEach(async () => {
  stage = new Stage({}, showing);
  await stage.rest();
  stage.widget.guide(SLUG);
  await stage.rest();
  await stage.rest();
});

function boxes(): HTMLInputElement[] {
  return stage.all(".guide input") as HTMLInputElement[];
}

async function tick(index: number): Promise<void> {
  boxes()[index]?.click();
  await stage.rest();
}

describe("a guide", () => {
  test("opens the chat where the page asks for it, with its heading in focus", () => {
    expect(stage.all(".guide")).toHaveLength(1);
    expect(stage.text(".guide h3")).toBe("Moving in");
    expect(stage.element.shadowRoot?.activeElement).toBe(stage.one(".guide h3"));
  });

  test("says how far one is and shows the next step with how, why and where to read on", () => {
    expect(stage.text(".guide .count")).toBe("1 of 3 done");
    expect(stage.text(".guide-step.is-next span")).toContain("Step one");
    expect(stage.one(".guide-step.is-next").getAttribute("aria-current")).toBe("step");
    expect(stage.text(".guide-detail:not([hidden])")).toContain("Do one.");
    expect(stage.text(".guide-detail .why")).toBe("Why? Because of one.");
    expect(stage.one(".guide-detail .read").getAttribute("aria-label")).toMatch(/^Read the whole article: /);
  });

  test("goes on to the next open step with a tick", async () => {
    await tick(0);

    expect(stage.text(".guide .count")).toBe("2 of 3 done");
    expect(stage.text(".guide-step.is-next span")).toContain("Step three");
    expect(stage.text(".guide-detail .why")).toBe("Why? Because of three.");
  });

  test("praises at the end, and a tick can be taken back", async () => {
    await tick(0);
    await tick(2);
    expect(stage.text(".guide .count")).toBe("All done. Well done!");

    await tick(2);

    expect(stage.text(".guide .count")).toBe("2 of 3 done");
    expect(boxes().map((box) => box.checked)).toEqual([true, true, false]);
  });

  test("does not ask for what the platform knows", () => {
    expect(boxes().map((box) => box.disabled)).toEqual([false, true, false]);
    expect(stage.text(".guide .known")).toBe("Done already, we know");
  });

  test("shows the how and why of any step on demand", async () => {
    const more = stage.all(".guide .more")[2];
    expect(more?.getAttribute("aria-label")).toBe("How and why: Step three");

    more?.click();
    await stage.rest();

    expect(more?.getAttribute("aria-expanded")).toBe("true");
    expect(stage.text(".guide-detail .why")).toBe("Why? Because of three.");
  });

  test("shows a tick from another device", async () => {
    stage.world.routes.guides.tick(stage.widget.client.state.customer?.id ?? "", "one", true);
    await stage.rest();

    expect(stage.text(".guide .count")).toBe("2 of 3 done");
  });

  test("says so when a tick was not taken", async () => {
    stage.device.fate = ({ method }) => (method === "PUT" ? "request lost" : "arrives");

    await tick(0);

    expect(boxes()[0]?.checked).toBe(false);
    expect(stage.text(".banner")).not.toBe("");
  });

  test("speaks the language that the chat is in", async () => {
    stage.widget.setLanguage("de");
    await stage.rest();

    expect(stage.text(".guide h3")).toBe("Einzug");
    expect(stage.text(".guide .count")).toBe("1 von 3 erledigt");
  });

  test("is listed with its steps while how far one is cannot be had", async () => {
    const other = new Stage({}, showing);
    other.device.fate = ({ url }) => (url.includes("/guides/") ? "request lost" : "arrives");
    other.widget.open();
    await other.rest();
    other.widget.say("guide, please");
    await other.rest();

    expect(other.text(".guide .count")).toBe("1 of 3 done");
    expect(other.all(".guide li")).toHaveLength(3);
  });

  test("that is not there opens the chat and says that it did not work", async () => {
    stage.widget.guide("how-to-fly");
    await stage.rest();

    expect(stage.widget.shown).toMatchObject({ open: true, failed: true, guide: null });
  });
});
