import type { CloseReason } from "@lotse/sdk";
import { type ReactElement, useState } from "react";
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";
import { Button } from "../kit/Button.tsx";
import { Sheet } from "../kit/Sheet.tsx";
import { useWords } from "../words/words.ts";
import type { Acts } from "./useActs.ts";

const REASONS: readonly CloseReason[] = ["resolved", "no_reply", "duplicate", "spam", "other"];

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly acts: Acts;
}

export function CloseSheet({ isOpen, onClose, acts }: Props): ReactElement {
  const { composer, terms } = useWords();
  const [reason, setReason] = useState<CloseReason>("resolved");
  return (
    <Sheet
      title={composer.closeTitle}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <p className="lead">{composer.closeLead}</p>
      <RadioGroup
        className="radios"
        value={reason}
        onChange={(value) => {
          setReason(REASONS.find((name) => name === value) ?? "other");
        }}
      >
        <Label>{composer.closeReason}</Label>
        {REASONS.map((name) => (
          <RadioField key={name} value={name} autoFocus={name === reason}>
            <RadioButton className="radio">{terms.closeReasons[name]}</RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      <div className="sheet-actions">
        <Button onPress={onClose}>{composer.cancel}</Button>
        <Button
          look="primary"
          isPending={acts.pending === "close"}
          onPress={() => {
            acts.act({ kind: "close", reason }, onClose);
          }}
        >
          {composer.close}
        </Button>
      </div>
    </Sheet>
  );
}
