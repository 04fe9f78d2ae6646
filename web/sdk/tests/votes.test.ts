import { beforeEach, expect, test } from "vitest";

import { Client, voteKey } from "../src/index.ts";
import type { ClientSettings, Part, ShownArticle } from "../src/index.ts";
import { Device, World } from "./fake/world.ts";

const SETTINGS: ClientSettings = { origin: "https://lotse.test", channel: "web", language: "en", pageUrl: null };
const ARTICLE: Part = {
  kind: "article",
  article: { slug: "fees", language: "en", title: "What it costs", url: "/help/en/fees", passage: "Two euros." },
};

let world: World;
let client: Client;
let article: ShownArticle;

beforeEach(async () => {
  world = new World((lotse, talk, _text, seq) => {
    lotse.append(talk, "assistant_said", "assistant", { in_reply_to: seq, parts: [ARTICLE] });
  });
  client = new Client(SETTINGS, new Device(world).platform);
  client.start();
  await world.clock.advance(0);
  client.say("What does it cost?");
  await world.clock.advance(0);
  const said = client.state.current?.entries.findLast((entry) => entry.kind === "said");
  article = { conversation: said?.kind === "said" ? said.conversation : "", seq: said?.seq ?? 0, slug: "fees" };
});

test("a vote is shown at once and kept where the article was shown", async () => {
  const cast = client.votes.cast(article, true);
  expect(client.state.votes[voteKey(article)]).toBe(true);

  await cast;

  expect([...world.routes.votes]).toEqual([[`${article.seq} fees`, true]]);
});

test("votes in quick succession are kept in their order", async () => {
  await Promise.all([true, false, true, false].map(async (helpful) => client.votes.cast(article, helpful)));

  expect([...world.routes.votes.values()]).toEqual([false]);
  expect(client.state.votes[voteKey(article)]).toBe(false);
});

test("what is not taken is not shown any longer", async () => {
  const missing = { ...article, slug: "other" };
  await client.votes.cast(article, true);

  const first = client.votes.cast(missing, true);
  const second = client.votes.cast(missing, false);

  await expect(first).rejects.toThrow();
  await expect(second).rejects.toThrow();
  expect(client.state.votes).toEqual({ [voteKey(article)]: true });
});
