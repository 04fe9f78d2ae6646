import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import type { Row } from "../wire.ts";
import { term, useWords, type Words } from "../words/words.ts";

function closedWords({ close_reason }: Row, { composer, terms }: Words): string {
  return composer.closed(close_reason === null ? null : term(terms.closeReasons, close_reason));
}

function stateWords(row: Row, words: Words): string {
  const { composer, inbox } = words;
  switch (row.state) {
    case "closed":
      return closedWords(row, words);
    case "offered":
      return composer.otherIsAsked(row.offered_to?.name ?? inbox.you);
    case "bot":
      return composer.botHas;
    default:
      return composer.otherHas(row.owner?.name ?? inbox.you);
  }
}

/** Why there is nothing to reply to here. */
export function StateBar({ row, onNote }: { readonly row: Row; readonly onNote: (() => void) | null }): ReactElement {
  const words = useWords();
  return (
    <footer className="composer composer-bar">
      <p>{stateWords(row, words)}</p>
      {onNote !== null && (
        <Button icon="lock" cap="N" onPress={onNote}>
          {words.composer.writeNote}
        </Button>
      )}
    </footer>
  );
}
