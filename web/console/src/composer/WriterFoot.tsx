import type { ReactElement } from "react";
import { AttachButton } from "../attachments/AttachButton.tsx";
import { isBusy } from "../attachments/usePicked.ts";
import { Button } from "../kit/Button.tsx";
import { isApple } from "../kit/Keys.tsx";
import type { Drafting } from "../drafting/useDrafting.ts";
import { DraftButton } from "../drafting/DraftButton.tsx";
import { useWords, type Words } from "../words/words.ts";
import type { Writing } from "./useWriter.ts";

interface Props {
  readonly writing: Writing;
  /** Null where there is nobody to reply to. */
  readonly drafting: Drafting | null;
  readonly onSend: () => void;
  readonly onCancel: (() => void) | null;
}

function hint({ over, open, mode, text, picked }: Writing, { composer, canned, attachments }: Words): string {
  if (over > 0) return composer.tooLong(over);
  if (open.length > 0) return canned.stillOpen(open.map((name) => `{${name}}`).join(", "));
  if (mode === "note") return composer.noteHint;
  if (picked !== null && isBusy(picked)) return attachments.stillUploading;
  return text === "" ? canned.hint : "";
}

export function WriterFoot({ writing, drafting, onSend, onCancel }: Props): ReactElement {
  const words = useWords();
  const { composer } = words;
  return (
    <div className="composer-foot">
      {writing.picked !== null && <AttachButton tray={writing.picked.tray} />}
      <p role="status" data-over={writing.over > 0 || writing.open.length > 0}>
        {hint(writing, words)}
      </p>
      {drafting !== null && writing.mode === "reply" && <DraftButton drafting={drafting} />}
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
