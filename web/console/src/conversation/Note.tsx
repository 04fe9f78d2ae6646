import type { ReactElement } from "react";
import { Icon } from "../kit/Icon.tsx";
import { useSettings } from "../settings/settings.ts";
import { time } from "../words/format.ts";
import { useWords } from "../words/words.ts";

interface Props {
  readonly name: string;
  readonly text: string;
  readonly at: string;
  readonly seq: string;
}

/** For colleagues only; it must never be taken for a message. */
export function Note({ name, text, at, seq }: Props): ReactElement {
  const { conversation } = useWords();
  const { language } = useSettings();
  return (
    <li className="note" data-seq={seq}>
      <p className="said-who">
        <Icon name="lock" />
        <span>{conversation.origin.note(name)}</span>
        <time dateTime={at}>{time(at, language)}</time>
      </p>
      <p className="note-text">{text}</p>
    </li>
  );
}
