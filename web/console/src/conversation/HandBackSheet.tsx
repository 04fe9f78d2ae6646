import { type ReactElement, useState } from "react";
import { Label, TextArea, TextField } from "react-aria-components";
import { Button } from "../kit/Button.tsx";
import { Sheet } from "../kit/Sheet.tsx";
import { useWords } from "../words/words.ts";
import type { Acts } from "./useActs.ts";

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly acts: Acts;
}

export function HandBackSheet({ isOpen, onClose, acts }: Props): ReactElement {
  const { composer } = useWords();
  const [note, setNote] = useState("");
  return (
    <Sheet
      title={composer.handBackTitle}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <p className="lead">{composer.handBackLead}</p>
      <TextField className="field" value={note} onChange={setNote}>
        <Label>{composer.handBackNote}</Label>
        <TextArea className="input" rows={3} />
      </TextField>
      <div className="sheet-actions">
        <Button onPress={onClose}>{composer.cancel}</Button>
        <Button
          look="primary"
          autoFocus
          isPending={acts.pending === "handBack"}
          onPress={() => {
            acts.act({ kind: "handBack", note: note.trim() }, onClose);
          }}
        >
          {composer.handBack}
        </Button>
      </div>
    </Sheet>
  );
}
