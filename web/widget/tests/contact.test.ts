// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { CALL_TIMES } from "../../sdk/tests/fake/routes.ts";
import { Stage } from "./stage.tsx";

let stage: Stage;

async function fill(selector: string, value: string): Promise<void> {
  const field = stage.one(selector) as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await stage.rest();
}

async function submit(): Promise<void> {
  stage.one(".contact-form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await stage.rest();
}

function ways(): HTMLElement[] {
  return stage.all(".contact > .contact-ways > button");
}

async function press(index: number): Promise<void> {
  ways()[index]?.click();
  await stage.rest();
}

describe("whoever waits", () => {
  beforeEach(async () => {
    stage = new Stage();
    await stage.rest();
    stage.widget.open();
    await stage.rest();
    await stage.click(".who .pill");
  });

  test("can leave an address, and reads where the answer goes", async () => {
    await press(0);
    await fill("#contact-address", "kim@example.org");

    await submit();

    expect(stage.text(".contact > p")).toBe("If you leave, the answer goes to kim@example.org.");
    expect(stage.all(".contact-form")).toHaveLength(0);
    expect(stage.text(".notice")).toContain("You left your e-mail address: kim@example.org");
  });

  test("is told what is wrong with an address, and keeps what was written", async () => {
    await press(0);
    await fill("#contact-address", "kim");

    await submit();

    expect(stage.text('[role="alert"]')).toContain("name@example.org");
    const field = stage.one("#contact-address") as HTMLInputElement;
    expect([field.value, field.getAttribute("aria-invalid")]).toEqual(["kim", "true"]);
  });

  test("can choose when to be called, and the case rests until then", async () => {
    await press(1);
    expect(stage.all("#contact-time option")).toHaveLength(CALL_TIMES.length);
    await fill("#contact-phone", "+49 30 1234567");

    await submit();

    expect(stage.talk.conversation.contact?.call_back_at).toBe(CALL_TIMES[0]);
    expect(stage.text(".who")).toContain("We come back to you by");
    expect(stage.text(".notice")).toContain("at +49 30 1234567");
  });

  test("is told what is wrong with a number", async () => {
    await press(1);
    await fill("#contact-phone", "12");

    await submit();

    expect(stage.text('[role="alert"]')).toContain("6 to 15 digits");
  });

  test("opens one form at a time, and says which", async () => {
    await press(0);
    await press(1);

    expect(ways().map((way) => way.getAttribute("aria-expanded"))).toEqual(["false", "true"]);
    expect(stage.all(".contact-form")).toHaveLength(1);
    await press(1);
    expect(stage.all(".contact-form")).toHaveLength(0);
  });

  test("is advised not to wait here while there is a rush, in their language", async () => {
    stage.world.lotse.queue(stage.talk, { place: 9, expected_wait_s: 1800, open: true, opens_at: null, offer_email: true });
    await stage.rest();
    expect(stage.text(".contact.is-pressing > p")).toContain("Many people are waiting");

    stage.widget.setLanguage("de");
    await stage.rest();
    expect(stage.text(".contact > p")).toContain("Gerade warten viele");

    stage.world.lotse.queue(stage.talk, { place: 1, expected_wait_s: 60, open: true, opens_at: null, offer_email: false });
    await stage.rest();
    expect(stage.all(".contact.is-pressing")).toHaveLength(0);
  });
});
