import type { ReactElement } from "react";
import { type Store, useStore } from "../store.ts";
import { useNow } from "../words/clock.ts";
import { useWords } from "../words/words.ts";

interface Props {
  readonly id: string;
  readonly name: string;
  readonly store: Store<Readonly<Record<string, number>>>;
}

export function TypingLine({ id, name, store }: Props): ReactElement {
  const { conversation } = useWords();
  const until = useStore(store)[id] ?? 0;
  useNow(1_000);
  const typing = until > Date.now();
  return (
    <p className="typing" role="status">
      {typing && (
        <>
          <span className="typing-dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {conversation.typing(name)}
        </>
      )}
    </p>
  );
}
