import { describe, expect, test } from "vitest";

import { Stage } from "./stage.tsx";

const AMIRA = { name: "Amira" };

describe("a widget", () => {
  test("opens no session for a visitor who only passes by", async () => {
    const stage = new Stage();
    await stage.rest();

    expect(stage.device.asked).toHaveLength(0);
    expect(stage.all(".panel")).toHaveLength(0);
  });

  test("counts new messages on its button until it is opened", async () => {
    const stage = new Stage();
    stage.widget.open();
    await stage.rest();
    stage.widget.close();
    stage.world.lotse.agentSays(stage.talk, AMIRA, "Hello");
    await stage.rest();
    expect(stage.text(".badge")).toBe("1");
    expect(stage.one(".launcher").getAttribute("aria-label")).toBe("Open support chat, 1 new message");

    await stage.click(".launcher");

    expect(stage.all(".badge")).toHaveLength(0);
  });

  test("speaks the language that it is told to", async () => {
    const stage = new Stage({ language: "de" });
    await stage.rest();
    expect(stage.one(".launcher").getAttribute("aria-label")).toBe("Support-Chat öffnen");

    stage.widget.setLanguage("en");
    await stage.rest();

    expect(stage.one(".launcher").getAttribute("aria-label")).toBe("Open support chat");
    expect(stage.one(".root").lang).toBe("en");
  });

  test("follows its customer into another language", async () => {
    const stage = new Stage();
    stage.widget.open();
    await stage.rest();
    stage.widget.say("Guten Tag");
    await stage.rest();

    stage.world.lotse.append(stage.talk, "language_changed", "system", { language: "de" });
    await stage.rest();

    expect(stage.text(".who")).toContain("Mit einem Menschen sprechen");
  });

  test("does not change a language that it does not know", () => {
    const stage = new Stage();

    stage.widget.setLanguage("fr");

    expect(stage.widget.shown.language).toBe("en");
  });

  test("in an app waits for the sign-in, inline and without a button", async () => {
    const stage = new Stage({ channel: "in_app", target: "#chat" });
    await stage.rest();
    expect(stage.device.asked).toHaveLength(0);
    expect(stage.text(".over")).toContain("You are not signed in.");
    expect(stage.all(".launcher")).toHaveLength(0);

    stage.widget.signIn(() => Promise.resolve("Lena Brandt"));
    await stage.rest();

    expect(stage.widget.client.state.customer).toMatchObject({ name: "Lena Brandt", verified: true });
    expect(stage.text(".intro")).not.toContain("not signed in");
  });

  test("forgets its customer when they sign out", async () => {
    const stage = new Stage({ channel: "in_app", target: "#chat" });
    stage.widget.signIn(() => Promise.resolve("Lena Brandt"));
    await stage.rest();
    stage.widget.say("my secret");
    await stage.rest();

    stage.widget.signOut();
    await stage.rest();

    expect(stage.element.shadowRoot?.textContent).not.toContain("my secret");
    expect(stage.text(".over")).toContain("You are not signed in.");
  });

  test("has no style attributes and no style tags, which a strict page would refuse", async () => {
    const stage = new Stage();
    stage.widget.open();
    await stage.rest();

    expect(stage.all("[style], style, script")).toHaveLength(0);
    expect(stage.element.shadowRoot?.adoptedStyleSheets.length).toBeGreaterThan(2);
  });
});
