import { type ReactElement, useState } from "react";
import { Input, Label, RadioButton, RadioField, RadioGroup, TextField } from "react-aria-components";
import type { Acts } from "../conversation/useActs.ts";
import { Button } from "../kit/Button.tsx";
import { Sheet } from "../kit/Sheet.tsx";
import { useSettings } from "../settings/settings.ts";
import { moment } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { type Nap, NAPS, wakesAt } from "./snooze.ts";

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly acts: Acts;
}

export function SnoozeSheet({ isOpen, onClose, acts }: Props): ReactElement {
  const { passing, composer } = useWords();
  const { language } = useSettings();
  const [nap, setNap] = useState<Nap>("reply");
  const [chosen, setChosen] = useState("");
  const until = wakesAt(nap, new Date(), chosen);
  return (
    <Sheet
      title={passing.snoozeTitle}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <p className="lead">{passing.snoozeLead}</p>
      <RadioGroup
        className="radios"
        aria-label={passing.snoozeTitle}
        value={nap}
        onChange={(value) => {
          setNap(NAPS.find((name) => name === value) ?? "reply");
        }}
      >
        {NAPS.map((name) => (
          <RadioField key={name} value={name} autoFocus={name === nap}>
            <RadioButton className="radio">{passing.naps[name]}</RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      {nap === "chosen" && (
        <TextField className="field" value={chosen} onChange={setChosen}>
          <Label>{passing.naps.chosen}</Label>
          <Input className="input" type="datetime-local" />
        </TextField>
      )}
      <p className="lead" role="status">
        {until === null ? passing.untilReply : until === undefined ? "" : passing.until(moment(until.toISOString(), language))}
      </p>
      <div className="sheet-actions">
        <Button onPress={onClose}>{composer.cancel}</Button>
        <Button
          look="primary"
          isDisabled={until === undefined}
          isPending={acts.pending === "snooze"}
          onPress={() => {
            if (until !== undefined) acts.act({ kind: "snooze", until: until?.toISOString() ?? null }, onClose);
          }}
        >
          {passing.snooze}
        </Button>
      </div>
    </Sheet>
  );
}
