import { beforeEach, describe, expect, test } from "vitest";

import type { Script } from "../../sdk/tests/fake/lotse.ts";
import { Stage } from "./stage.tsx";

const page = (title: string, url: string) => ({ kind: "links", links: [{ title, url }] }) as const;

const telling: Script = (lotse, talk, text, seq) => {
  const hostile = ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "https://a@evil.example/", "//evil.example"];
  const parts =
    text === "attack"
      ? hostile.map((url) => page("<img src=x onerror=alert(1)>", url))
      : [
          page("Add an account", "https://platform.example/settings/payouts"),
          { kind: "choices", choices: [{ id: "a", title: "Talk to a person" }] } as const,
          { kind: "text", text: "The account is closed." } as const,
          page("<b>Request</b> a payout", "https://platform.example/payouts"),
        ];
  lotse.append(talk, "assistant_said", "assistant", { in_reply_to: seq, parts });
};

let stage: Stage;

beforeEach(async () => {
  stage = new Stage({}, telling);
  await stage.rest();
  await stage.click(".launcher");
});

async function say(words: string): Promise<void> {
  await stage.write(words);
  await stage.press("Enter");
}

describe("what the customer can do", () => {
  test("stands as links in one row after the words and before the choices", async () => {
    await say("where is it?");

    const links = stage.all("[role=log] a.link-button");
    expect(links.map((link) => link.getAttribute("href"))).toEqual(["https://platform.example/settings/payouts", "https://platform.example/payouts"]);
    expect(stage.all("[role=log] .links")).toHaveLength(1);
    expect(stage.all("[role=log] .by-assistant > :is(.bubble, .links, .choices)").map(({ className }) => className)).toEqual(["bubble", "links", "choices"]);
  });

  test("opens in a tab of its own, without a way back to this page, and says so", async () => {
    await say("where is it?");

    const link = stage.one("[role=log] a.link-button");
    expect([link.getAttribute("target"), link.getAttribute("rel")]).toEqual(["_blank", "noopener"]);
    expect(link.getAttribute("aria-label")).toBe("Add an account (opens in a new tab)");
  });

  test("is text, whatever stands in a title", async () => {
    await say("where is it?");

    expect(stage.text("[role=log] a.link-button")).toContain("<b>Request</b> a payout");
    expect(stage.all("[role=log] a.link-button b")).toHaveLength(0);
  });

  test("is not shown where the address is no page", async () => {
    await say("attack");

    expect(stage.all("[role=log] .message.by-assistant")).toHaveLength(1);
    expect(stage.all("[role=log] a, [role=log] img, [role=log] .links")).toHaveLength(0);
  });
});
