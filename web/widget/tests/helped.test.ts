import { describe, expect, test } from "vitest";

import type { Part } from "../../sdk/src/index.ts";
import { Stage } from "./stage.tsx";

const ARTICLE: Part = {
  kind: "article",
  article: { slug: "fees", language: "en", title: "What it costs", url: "/help/en/fees", passage: "Two euros." },
};
const CHOICES: Part = { kind: "choices", choices: [{ id: "1-0-0", title: "Talk to a person" }] };

async function shown(...parts: Part[]): Promise<Stage> {
  const stage = new Stage({}, (lotse, talk, _text, seq) => {
    lotse.append(talk, "assistant_said", "assistant", { in_reply_to: seq, parts });
  });
  stage.widget.open();
  await stage.rest();
  stage.widget.say("What does it cost?");
  await stage.rest();
  return stage;
}

function pressed(stage: Stage): (string | null)[] {
  return stage.all(".thumb").map((thumb) => thumb.getAttribute("aria-pressed"));
}

describe("whether an article helped", () => {
  test("is asked below an article that stands beside an answer", async () => {
    const stage = await shown({ kind: "text", text: "It is on its way." }, CHOICES, ARTICLE);

    expect(stage.one(".helped").getAttribute("aria-label")).toBe("Did this help?");
    expect(stage.all(".thumb").map((thumb) => thumb.getAttribute("aria-label"))).toEqual(["Yes, it helped", "No, it did not help"]);
    expect(pressed(stage)).toEqual(["false", "false"]);
  });

  test("is not asked twice where the assistant asks", async () => {
    const stage = await shown(ARTICLE, { kind: "text", text: "Does it answer your question?" }, CHOICES);

    expect(stage.all(".article")).toHaveLength(1);
    expect(stage.all(".helped")).toHaveLength(0);
  });

  test("is kept at the server, and the latest word holds", async () => {
    const stage = await shown(ARTICLE);

    await stage.click(".thumb:first-of-type");
    expect(pressed(stage)).toEqual(["true", "false"]);
    await stage.click(".thumb:last-of-type");

    expect(pressed(stage)).toEqual(["false", "true"]);
    expect([...stage.world.routes.votes.values()]).toEqual([false]);
    expect(stage.all(".thumb")).toHaveLength(2);
  });

  test("is taken back and said where it was not taken", async () => {
    const stage = await shown(ARTICLE);
    await stage.click(".thumb:first-of-type");
    stage.talk.events.length = 0;

    await stage.click(".thumb:last-of-type");

    expect(pressed(stage)).toEqual(["true", "false"]);
    expect(stage.widget.shown.failed).toBe(true);
  });

  test("is forgotten here when the customer leaves", async () => {
    const stage = await shown(ARTICLE);
    await stage.click(".thumb:first-of-type");

    stage.widget.signOut();
    await stage.rest();

    expect(stage.widget.client.state.votes).toEqual({});
  });
});
