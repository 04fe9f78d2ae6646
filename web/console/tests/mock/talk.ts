/** What was said before a person was asked for, as events. */
import type { Event, Part } from "@lotse/sdk";
import type { Packet } from "../../src/wire.ts";
import { ago, type Case } from "./cases.ts";

type Body = Event extends infer E ? (E extends Event ? Omit<E, "conversation" | "seq" | "at"> : never) : never;

const text = (words: string): Part => ({ kind: "text", text: words });

function card({ payout }: Packet, language: "de" | "en"): Part[] {
  if (payout === null) return [];
  const amount = new Intl.NumberFormat(language, { style: "currency", currency: payout.currency });
  return [
    {
      kind: "payout",
      payout: {
        reference: payout.reference,
        state: payout.state as "failed",
        amount: amount.format(Number(payout.amount)),
        since: payout.since.slice(0, 10),
        expected_on: payout.expected_on,
        method: "bank",
        history: payout.history.map((step) => ({ state: step.state as "failed", at: step.at })),
      },
    },
  ];
}

export function talkBefore(conversation: string, { packet, language, channel }: Case): Event[] {
  const said: Body[] = [{ type: "started", origin: "system", channel, language, previous: null }];
  for (const [index, { question, answer, articles }] of packet.tried.entries()) {
    const parts: Part[] = [text(answer), ...(index === 0 ? card(packet, language) : [])];
    for (const slug of articles) {
      const title = slug.replaceAll("-", " ");
      parts.push({
        kind: "article",
        article: { slug, language, title, url: `/help/${language}/${slug}`, passage: "The account holder must be the verified name." },
      });
    }
    said.push({ type: "customer_said", origin: "customer", client_message_id: crypto.randomUUID(), parts: [text(question)] });
    said.push({ type: "assistant_said", origin: "assistant", in_reply_to: said.length, parts });
  }
  said.push({
    type: "assistant_said",
    origin: "assistant",
    in_reply_to: null,
    parts: [{ kind: "choices", choices: [{ id: "1", title: language === "de" ? "Mit einem Menschen sprechen" : "Talk to a person" }] }],
  });
  said.push({
    type: "human_asked",
    origin: "system",
    reason: packet.reason as "rule",
    rule: packet.rule,
    case_number: "",
    packet,
  });
  return said.map((body, index): Event => ({ ...body, conversation, seq: index + 1, at: ago(0.4 - index * 0.01) }));
}
