import { beforeEach, describe, expect, test } from "vitest";

import type { HelpArticle } from "@lotse/sdk";
import { Stage } from "./stage.tsx";

const FEES: HelpArticle = {
  slug: "fees",
  language: "en",
  title: "Which fees are there?",
  url: "/help/en/fees",
  short_answer: "Two euros.",
  html: '<h2 id="s-a">A payout</h2><p>Free, see <a href="/help/en/money">money</a>.</p><ul><li><strong>SEPA</strong></li></ul><p><img alt="The way" src="/help/pictures/way.en.svg"></p>',
  related: [{ slug: "money", title: "Money", url: "/help/en/money" }],
};
const HOSTILE = `<p onclick="x()">a<script>x()</script><style>*{}</style><iframe></iframe></p>
<a href="javascript:x()">b</a><img src="https://evil.example/x.png" onerror="x()"><svg onload="x()"><text>c</text></svg><form action="/x"><input name="d">e</form>`;

let stage: Stage;

async function open(article: HelpArticle = FEES): Promise<void> {
  stage.world.routes.articles.set(`en/${article.slug}`, article);
  await stage.write("fees?");
  await stage.press("Enter");
  await stage.click(".article .read");
}

beforeEach(async () => {
  stage = new Stage({}, (lotse, talk, _text, seq) => {
    const { slug, title, url } = FEES;
    const article = { slug, title, url, language: "en", passage: "Two euros." } as const;
    lotse.append(talk, "assistant_said", "assistant", { in_reply_to: seq, parts: [{ kind: "article", article }] });
  });
  await stage.rest();
  await stage.click(".launcher");
});

describe("an article", () => {
  test("is read inside the chat, which waits behind it", async () => {
    await open();

    expect(stage.text(".reader h2")).toBe("Which fees are there?");
    expect(stage.text(".reader .short-answer")).toBe("Two euros.");
    expect(stage.text(".prose h3")).toBe("A payout");
    expect(stage.text(".prose li strong")).toBe("SEPA");
    expect(stage.one(".prose img").getAttribute("src")).toBe("https://lotse.test/help/pictures/way.en.svg");
    expect(stage.one(".reader-head a").getAttribute("href")).toBe("https://lotse.test/help/en/fees");
    expect(stage.one(".talk").hasAttribute("inert")).toBe(true);
  });

  test("leads to others without leaving the chat", async () => {
    stage.world.routes.articles.set("en/money", { ...FEES, slug: "money", title: "Money", related: [] });
    await open();

    await stage.click(".prose a");
    expect(stage.text(".reader h2")).toBe("Money");
    stage.widget.read({ ...FEES });
    await stage.rest();
    await stage.click(".reader nav button");

    expect(stage.text(".reader h2")).toBe("Money");
  });

  test("is closed by its button or by Escape, and the focus is where it was", async () => {
    await open();
    await stage.click(".reader-head .plain");
    expect(stage.all(".reader")).toHaveLength(0);
    expect(stage.element.shadowRoot?.activeElement).toBe(stage.one(".article .read"));

    await stage.click(".article .read");
    stage.one(".reader").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }));
    await stage.rest();

    expect(stage.all(".reader")).toHaveLength(0);
    expect(stage.one(".panel").hidden).toBe(false);
  });

  test("that cannot be loaded says so and can still be opened as a page", async () => {
    await stage.write("fees?");
    await stage.press("Enter");

    await stage.click(".article .read");

    expect(stage.text(".reader [role=alert]")).toContain("could not be loaded");
    expect(stage.one(".reader-head a").getAttribute("href")).toBe("https://lotse.test/help/en/fees");
  });

  test("brings nothing but words, whatever the server sends", async () => {
    await open({ ...FEES, html: HOSTILE });

    const prose = stage.one(".prose");
    expect([...prose.querySelectorAll("*")].map(({ localName }) => localName).sort()).toEqual(["p", "span", "span", "span", "span"].sort());
    expect([...prose.querySelectorAll("*")].flatMap((element) => element.getAttributeNames())).toEqual([]);
    expect(prose.textContent.replace(/\s/g, "")).toBe("abce");
  });
});
