import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { isApple } from "../kit/Keys.tsx";
import { useWords, type Words } from "../words/words.ts";
import type { Writing } from "./useWriter.ts";

interface Props {
  readonly writing: Writing;
  readonly onSend: () => void;
  readonly onCancel: (() => void) | null;
}

function hint({ over, mode }: Writing, { composer }: Words): string {
  if (over > 0) return composer.tooLong(over);
  return mode === "note" ? composer.noteHint : "";
}

export function WriterFoot({ writing, onSend, onCancel }: Props): ReactElement {
  const words = useWords();
  const { composer } = words;
  return (
    <div className="composer-foot">
      <p role="status" data-over={writing.over > 0}>
        {hint(writing, words)}
      </p>
      {onCancel !== null && (
        <Button look="quiet" onPress={onCancel}>
          {composer.cancel}
        </Button>
      )}
      <Button look="primary" cap={isApple ? "⌘↵" : "Ctrl ↵"} isDisabled={!writing.sendable} onPress={onSend}>
        {writing.mode === "note" ? composer.addNote : composer.send}
      </Button>
    </div>
  );
}
