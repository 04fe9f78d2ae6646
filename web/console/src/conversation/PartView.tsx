import type { Part } from "@lotse/sdk";
import type { ReactElement } from "react";
import { useWords } from "../words/words.ts";
import { GuidePart } from "./GuidePart.tsx";
import { LinksPart } from "./LinksPart.tsx";
import { PayoutPart } from "./PayoutPart.tsx";

export function PartView({ part }: { readonly part: Part }): ReactElement {
  const { conversation } = useWords();
  switch (part.kind) {
    case "text":
      return <p className="bubble">{part.text}</p>;
    case "choices":
      return (
        <ul className="choices" aria-label={conversation.offered}>
          {part.choices.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      );
    case "payout":
      return <PayoutPart payout={part.payout} />;
    case "article":
      return (
        <div className="card">
          <a href={part.article.url} target="_blank" rel="noreferrer">
            {part.article.title}
          </a>
          <p>{part.article.passage}</p>
        </div>
      );
    case "guide":
      return <GuidePart guide={part.guide} />;
    case "links":
      return <LinksPart links={part.links} />;
  }
}
