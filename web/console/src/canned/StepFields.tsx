import type { ReactElement } from "react";
import { FieldError, Input, Label, Text, TextField } from "react-aria-components";
import { OneOf } from "../kit/OneOf.tsx";
import { useWords } from "../words/words.ts";
import type { End, Flaw, Sketch } from "./wording.ts";

interface Props {
  readonly sketch: Sketch;
  readonly flaws: ReadonlySet<Flaw>;
  readonly isDisabled: boolean;
  readonly onChange: (change: Partial<Sketch>) => void;
}

const REASONS = ["resolved", "no_reply", "duplicate", "spam", "other"] as const;
const ENDS: readonly End[] = ["none", "close", "snooze"];

/** What a macro does after its words. */
export function StepFields({ sketch, flaws, isDisabled, onChange }: Props): ReactElement {
  const { canned, terms } = useWords();
  return (
    <fieldset className="canned-steps" disabled={isDisabled}>
      <legend>{canned.steps}</legend>
      <TextField
        className="field"
        value={sketch.tags}
        isInvalid={flaws.has("tags")}
        isDisabled={isDisabled}
        onChange={(tags) => {
          onChange({ tags: tags.toLowerCase() });
        }}
      >
        <Label>{canned.tags}</Label>
        <Input className="input" />
        <Text slot="description">{canned.tagsHint}</Text>
        <FieldError className="field-error">{canned.tagsRule}</FieldError>
      </TextField>
      <OneOf
        label={canned.end}
        value={sketch.end}
        options={ENDS.map((end) => [end, canned.ends[end]])}
        onChange={(end) => {
          onChange({ end });
        }}
      />
      {sketch.end === "close" && (
        <OneOf
          label={canned.closeReason}
          value={sketch.close}
          options={REASONS.map((reason) => [reason, terms.closeReasons[reason]])}
          onChange={(close) => {
            onChange({ close });
          }}
        />
      )}
      {sketch.end === "snooze" && (
        <TextField
          className="field"
          type="number"
          value={String(sketch.hours)}
          isInvalid={flaws.has("hours")}
          onChange={(hours) => {
            onChange({ hours: Number(hours) });
          }}
        >
          <Label>{canned.hours}</Label>
          <Input className="input" min={1} max={2160} />
        </TextField>
      )}
    </fieldset>
  );
}
