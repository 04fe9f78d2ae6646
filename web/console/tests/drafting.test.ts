import { describe, expect, it } from "vitest";
import { below, linkedIn, type Source, withArticle } from "../src/drafting/draft.ts";

const NOTHING = { reference: null, state: null, slug: null, title: null, url: null, passage: null };
const article = (slug: string): Source => ({ ...NOTHING, kind: "article", slug, title: slug.toUpperCase(), url: `/help/en/${slug}` });
const linked = (slug: string): { slug: string; title: string; url: string } => ({ slug, title: slug.toUpperCase(), url: `/help/en/${slug}` });

describe("a draft", () => {
  it("shows the help pages among its sources below, three at most", () => {
    const payout: Source = { ...NOTHING, kind: "payout", reference: "PO-1", state: "paid" };

    expect(linkedIn([payout, article("a")])).toEqual([linked("a")]);
    expect(linkedIn(["a", "b", "c", "d"].map(article))).toHaveLength(3);
  });

  it("stands below what was written before", () => {
    expect(below("", "Hi Lena,")).toBe("Hi Lena,");
    expect(below("One moment.\n", "Hi Lena,")).toBe("One moment.\n\nHi Lena,");
  });
});

describe("a help page that is put below a message", () => {
  it("stands there once, and not as a fourth", () => {
    const three = ["a", "b", "c"].map(linked);

    expect(withArticle(three.slice(0, 2), linked("a"))).toEqual(three.slice(0, 2));
    expect(withArticle(three.slice(0, 2), linked("c"))).toEqual(three);
    expect(withArticle(three, linked("d"))).toEqual(three);
  });
});
