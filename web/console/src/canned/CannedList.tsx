import type { ReactElement } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useSettings } from "../settings/settings.ts";
import { useWords } from "../words/words.ts";
import type { CannedReply } from "./canned.ts";

interface Props {
  readonly replies: readonly CannedReply[];
  readonly onChoose: (reply: CannedReply) => void;
}

export function CannedList({ replies, onChoose }: Props): ReactElement {
  const { canned } = useWords();
  const { language } = useSettings();
  if (replies.length === 0) return <p className="lead">{canned.none}</p>;
  return (
    <ul className="canned-list">
      {replies.map((reply) => (
        <li key={reply.id}>
          <AriaButton
            className="canned-row"
            onPress={() => {
              onChoose(reply);
            }}
          >
            <kbd>/{reply.shortcut}</kbd>
            <strong>{reply.title}</strong>
            <span className="canned-scope">{canned.scopeOf(canned.scopes[reply.scope], reply.team)}</span>
            <span className="canned-text" lang={language}>
              {reply.text[language]}
            </span>
          </AriaButton>
        </li>
      ))}
    </ul>
  );
}
