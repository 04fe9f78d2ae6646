import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import type { Row } from "../wire.ts";
import { term, useWords, type Words } from "../words/words.ts";

function stateWords(row: Row, { composer, terms, inbox }: Words): string {
  if (row.state === "closed") {
    return composer.closed(row.close_reason === null ? null : term(terms.closeReasons, row.close_reason));
  }
  return row.state === "bot" ? composer.botHas : composer.otherHas(row.owner?.name ?? inbox.you);
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
