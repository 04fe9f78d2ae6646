import { beforeEach, describe, expect, test } from "vitest";

import type { Script } from "../../sdk/tests/fake/lotse.ts";
import { Stage } from "./stage.tsx";

const AMIRA = { name: "Amira" };

const asking: Script = (lotse, talk, text, seq) => {
  if (text === "PO-1") {
    lotse.append(talk, "assistant_said", "assistant", { in_reply_to: seq, parts: [{ kind: "text", text: "It is on its way." }] });
    return;
  }
  talk.choices.set("a", "PO-1").set("b", "PO-2");
  const choices = [
    { id: "a", title: "PO-1" },
    { id: "b", title: "PO-2" },
  ];
  lotse.append(talk, "assistant_said", "assistant", { in_reply_to: seq, parts: [{ kind: "text", text: "Which one?" }, { kind: "choices", choices }] });
};

let stage: Stage;

beforeEach(async () => {
  stage = new Stage({}, asking);
  await stage.rest();
  await stage.click(".launcher");
});

describe("the open chat", () => {
  test("says at first contact that an automated assistant answers", () => {
    expect(stage.text(".intro")).toContain("Assistant · automated");
    expect(stage.text(".intro")).toContain("not a person");
  });

  test("names the assistant as automated on each of its messages, and agents by their name", async () => {
    await stage.write("money?");
    await stage.press("Enter");
    await stage.click(".choice:not(:disabled)");
    stage.world.lotse.agentSays(stage.talk, AMIRA, "Hello");
    await stage.rest();

    expect(stage.all(".message.by-assistant > .sender").map((sender) => sender.textContent)).toEqual(["Assistant · automated", "Assistant · automated"]);
    expect(stage.all(".message.by-assistant")).toHaveLength(2);
    expect(stage.text(".message.by-agent > .sender")).toBe("Amira");
  });

  test("tells under a message what was masked in it, in the words of the server", async () => {
    await stage.write("my card is 4111111111111111");
    await stage.press("Enter");
    const parts = [{ kind: "text", text: "We have made your card number unreadable." }] as const;
    stage.world.lotse.append(stage.talk, "notice_given", "system", { about: 2, code: "masked", kinds: ["card"], parts });
    await stage.rest();

    expect(stage.text(".notice")).toContain("We have made your card number unreadable.");
  });

  test("sends with Enter, but not with Shift and Enter or in the middle of a composed word", async () => {
    await stage.write("hello");
    await stage.press("Enter", { shiftKey: true });
    await stage.press("Enter", { isComposing: true });
    expect(stage.all(".message")).toHaveLength(0);

    await stage.press("Enter");

    expect(stage.text(".message.by-customer .bubble")).toBe("hello");
    expect((stage.one("textarea") as HTMLTextAreaElement).value).toBe("");
  });

  test("lets a choice be taken once, marks it, and closes the others", async () => {
    await stage.write("money?");
    await stage.press("Enter");
    expect(stage.all("[role=log] .choice:not(:disabled)")).toHaveLength(2);

    await stage.click("[role=log] .choice");

    expect(stage.all("[role=log] .choice:not(:disabled)")).toHaveLength(0);
    expect(stage.text("[role=log] .choice.is-chosen")).toContain("PO-1");
    expect(stage.text(".message.by-customer .bubble")).toBe("money? | PO-1");
  });

  test("shows markup as the text that it is", async () => {
    const hostile = "<img src=x onerror=alert(1)><b>bold</b>";
    await stage.write(hostile);
    await stage.press("Enter");

    expect(stage.text(".message.by-customer .bubble")).toBe(hostile);
    expect(stage.all(".bubble img, .bubble b")).toHaveLength(0);
  });

  test("asks for a person, shows the place in line, and goes back to the assistant", async () => {
    await stage.click(".who .pill");
    expect(stage.text(".who")).toContain("You are number 2 in line");
    expect(stage.text(".who")).toContain("about 4 minutes");
    expect(stage.text(".notice")).toContain("A person was asked for (Case L-1041)");

    await stage.click(".who .pill");

    expect(stage.text(".who")).toContain("Talk to a person");
  });

  test("says so when a person cannot be asked for", async () => {
    stage.device.fate = () => "request lost";

    await stage.click(".who .pill");

    expect(stage.text(".banner-place")).toContain("That did not work");
  });

  test("shows what everybody has to know, in the customer's language, until it is over", async () => {
    const text = { de: "Auszahlungen verzögern sich.", en: "Payouts are late today." };
    stage.world.lotse.push(stage.talk, { type: "crisis_notice", text });
    await stage.rest();
    expect(stage.text(".banner.is-crisis")).toBe("Payouts are late today.");

    stage.world.lotse.push(stage.talk, { type: "crisis_notice", text: null });
    await stage.rest();

    expect(stage.all(".banner.is-crisis")).toHaveLength(0);
  });

  test("says when people are back outside of opening hours", async () => {
    await stage.click(".who .pill");
    stage.world.lotse.queue(stage.talk, { place: 1, expected_wait_s: null, open: false, opens_at: "2026-11-25T08:00:00Z", offer_email: false });
    await stage.rest();

    expect(stage.text(".who")).toContain("Nobody is here right now");
    expect(stage.text(".who")).toMatch(/Wednesday.* 25 November/);
  });

  test("keeps what is not sent in view, with the way to try again", async () => {
    stage.widget.say("x".repeat(8001));
    await stage.rest();

    expect(stage.text(".failure")).toContain("Not sent.");
    await stage.click(".failure .plain:last-child");

    expect(stage.all(".failure")).toHaveLength(0);
  });

  test("tells how many characters are left only near the limit, and sends nothing above it", async () => {
    await stage.write("x".repeat(7000));
    expect(stage.text(".count")).toBe("");
    await stage.write("x".repeat(7990));
    expect(stage.text(".count")).toBe("10 characters left");

    await stage.write("x".repeat(8002));

    expect(stage.text(".count")).toBe("2 characters too many");
    expect((stage.one(".send") as HTMLButtonElement).disabled).toBe(true);
  });

  test("shows the earlier case above the new one", async () => {
    await stage.write("first");
    await stage.press("Enter");
    stage.world.lotse.close(stage.talk, "agent");
    await stage.rest();
    expect(stage.text(".notice")).toContain("The case was closed (solved)");

    await stage.write("second");
    await stage.press("Enter");

    expect(stage.text(".divider")).toMatch(/Earlier case L-1041, closed 24 Nov 2026 \| This conversation/);
    expect(stage.text(".earlier .by-customer .bubble")).toBe("first");
    expect(stage.text("[role=log] .by-customer .bubble")).toBe("second");
  });

  test("asks before it ends the chat", async () => {
    await stage.write("hello");
    await stage.press("Enter");
    await stage.click(".end");
    expect(stage.talk.conversation.state).toBe("bot");

    await stage.click(".question .is-strong");

    expect(stage.talk.conversation.state).toBe("closed");
  });

  test("closes with Escape and gives the focus back to its button", async () => {
    await stage.press("Escape");

    expect(stage.one(".panel").hidden).toBe(true);
    expect(stage.element.shadowRoot?.activeElement).toBe(stage.one(".launcher"));
  });

  test("ends visibly when the session is over, and begins again on demand", async () => {
    stage.world.lotse.sessions.clear();
    stage.device.cut(4401);
    await stage.world.clock.advance(2_000);
    await stage.rest();
    expect(stage.text(".over")).toContain("This session has ended.");

    await stage.click(".over .pill");

    expect(stage.all(".over")).toHaveLength(0);
    expect(stage.widget.client.state.phase).toBe("ready");
  });
});
