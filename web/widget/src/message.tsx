/** One message: who said it, what, and when. */

import type { ArticleCard, Part, Said, ShownArticle } from "@lotse/sdk";
import type { JSX } from "preact";

import { useSurroundings } from "./context.ts";
import { clockTime, fullTime } from "./dates.ts";
import type { Item } from "./items.ts";
import { Icon } from "./icons.tsx";
import { ArticlePart } from "./parts/article.tsx";
import { AttachmentPart } from "./parts/attachment.tsx";
import { ChoicesPart } from "./parts/choices.tsx";
import { GuidePart } from "./parts/guide.tsx";
import { LinksPart } from "./parts/links.tsx";
import { PayoutPart } from "./parts/payout.tsx";
import { TextPart } from "./parts/text.tsx";

type SaidItem = Extract<Item, { kind: "said" }>;

export function Message({ item }: { readonly item: SaidItem }): JSX.Element {
  const { language } = useSurroundings();
  const { said, first, last } = item;
  return (
    <div class={`message by-${said.by}${first ? " is-first" : ""}`}>
      <Sender said={said} visible={first} />
      {deedsLast(said.parts).map((part, index) => (
        <PartView key={index} part={part} item={item} />
      ))}
      {last && (
        <time class="when" dateTime={said.at} title={fullTime(language, said.at)}>
          {clockTime(language, said.at)}
        </time>
      )}
    </div>
  );
}

/** Heard with every message; seen where a run of messages begins. */
function Sender({ said, visible }: { readonly said: Said; readonly visible: boolean }): JSX.Element {
  const { texts } = useSurroundings();
  if (said.by === "customer") return <p class="aside">{texts.you}:</p>;
  if (said.by === "agent") return <p class={visible ? "sender" : "aside"}>{said.name}</p>;
  return (
    <p class="sender">
      <Icon name="robot" />
      {texts.assistantLabel}
    </p>
  );
}

/** What can be done stands where the reading ends: first pages to open, all in one row, then choices. */
function deedsLast(parts: readonly Part[]): readonly Part[] {
  const reading = parts.filter(({ kind }) => kind !== "choices" && kind !== "links");
  const links = parts.flatMap((part) => (part.kind === "links" ? part.links : []));
  const pages: readonly Part[] = links.length > 0 ? [{ kind: "links", links }] : [];
  return [...reading, ...pages, ...parts.filter(({ kind }) => kind === "choices")];
}

/** Where choices follow an article, the assistant asks itself what came of it. */
function asked({ by, conversation, seq, parts }: Said, { slug }: ArticleCard): ShownArticle | null {
  const place = parts.findIndex((part) => part.kind === "article" && part.article.slug === slug);
  const asks = parts.slice(place).some((part) => part.kind === "choices");
  return by === "assistant" && !asks ? { conversation, seq, slug } : null;
}

function PartView({ part, item }: { readonly part: Part; readonly item: SaidItem }): JSX.Element | null {
  switch (part.kind) {
    case "text":
      return <TextPart text={part.text} />;
    case "choices":
      return <ChoicesPart choices={part.choices} live={item.live} answer={item.answer} />;
    case "payout":
      return <PayoutPart payout={part.payout} />;
    case "article":
      return <ArticlePart article={part.article} asked={asked(item.said, part.article)} />;
    case "guide":
      return <GuidePart card={part.guide} />;
    case "attachment":
      return <AttachmentPart file={part.attachment} conversation={item.said.conversation} />;
    case "links":
      return <LinksPart links={part.links} />;
    default:
      // A newer server may send kinds that this page does not know yet.
      return null;
  }
}
