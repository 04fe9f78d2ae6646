import type { Part } from "@lotse/sdk";
import type { ReactElement } from "react";
import { AttachmentPart } from "../attachments/AttachmentPart.tsx";
import { useWords } from "../words/words.ts";
import { GuidePart } from "./GuidePart.tsx";
import { LinksPart } from "./LinksPart.tsx";
import { PayoutPart } from "./PayoutPart.tsx";

interface Props {
  readonly part: Part;
  readonly conversation: string;
}

export function PartView({ part, conversation: id }: Props): ReactElement {
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
    case "attachment":
      return <AttachmentPart file={part.attachment} conversation={id} />;
    case "links":
      return <LinksPart links={part.links} />;
  }
}
