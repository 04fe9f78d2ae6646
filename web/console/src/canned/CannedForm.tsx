import type { ReactElement } from "react";
import { FieldError, Form, Input, Label, TextField } from "react-aria-components";
import { Button } from "../kit/Button.tsx";
import { OneOf } from "../kit/OneOf.tsx";
import { refusalWords } from "../words/refusal.ts";
import { useWords } from "../words/words.ts";
import type { CannedReplies } from "./canned.ts";
import { StepFields } from "./StepFields.tsx";
import { TemplateField } from "./TemplateField.tsx";
import type { CannedChanges } from "./useCanned.ts";
import { flawsOf, type Scope, type Sketch, wordingOf } from "./wording.ts";

interface Props {
  readonly sketch: Sketch;
  readonly known: CannedReplies;
  readonly changes: CannedChanges;
  readonly mayShare: boolean;
  readonly readOnly: boolean;
  readonly isNew: boolean;
  readonly onChange: (change: Partial<Sketch>) => void;
  readonly onDone: () => void;
}

const SCOPES: readonly Scope[] = ["own", "team", "everybody"];

export function CannedForm(props: Props): ReactElement {
  const { sketch, known, changes, mayShare, readOnly, isNew, onChange, onDone } = props;
  const words = useWords();
  const { canned, composer } = words;
  const flaws = flawsOf(sketch, known.variables);
  const scopes = SCOPES.filter((scope) => mayShare || readOnly || scope === "own");
  const languages = ["de", "en"] as const;
  return (
    <Form
      className="canned-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (flaws.size === 0) changes.put(sketch.id, wordingOf(sketch), onDone);
      }}
    >
      {readOnly && <p className="lead">{canned.readOnly}</p>}
      <TextField
        className="field"
        value={sketch.shortcut}
        isInvalid={sketch.shortcut !== "" && flaws.has("shortcut")}
        isDisabled={readOnly}
        maxLength={40}
        autoFocus
        onChange={(shortcut) => {
          onChange({ shortcut: shortcut.toLowerCase() });
        }}
      >
        <Label>{canned.shortcut}</Label>
        <Input className="input" />
        <FieldError className="field-error">{canned.shortcutRule}</FieldError>
      </TextField>
      <TextField
        className="field"
        value={sketch.title}
        isDisabled={readOnly}
        maxLength={80}
        onChange={(title) => {
          onChange({ title });
        }}
      >
        <Label>{canned.name}</Label>
        <Input className="input" />
      </TextField>
      {languages.map((language) => (
        <TemplateField
          key={language}
          language={language}
          text={sketch[language]}
          variables={known.variables}
          isDisabled={readOnly}
          onChange={(text) => {
            onChange({ [language]: text });
          }}
        />
      ))}
      <OneOf
        label={canned.forWhom}
        value={sketch.scope}
        isDisabled={readOnly}
        options={scopes.map((scope) => [scope, canned.scopes[scope]])}
        onChange={(scope) => {
          onChange({ scope, team: scope === "team" ? (known.teams[0] ?? "") : "" });
        }}
      />
      {sketch.scope === "team" && (
        <OneOf
          label={canned.team}
          value={sketch.team}
          isDisabled={readOnly}
          options={known.teams.map((team) => [team, team])}
          onChange={(team) => {
            onChange({ team });
          }}
        />
      )}
      <StepFields sketch={sketch} flaws={flaws} isDisabled={readOnly} onChange={onChange} />
      {changes.error !== null && (
        <p className="problem" role="alert">
          {refusalWords(changes.error, words)}
        </p>
      )}
      <div className="sheet-actions">
        {!isNew && !readOnly && (
          <Button
            look="danger"
            onPress={() => {
              if (confirm(canned.removeSure)) changes.remove(sketch.id, onDone);
            }}
          >
            {canned.remove}
          </Button>
        )}
        <Button onPress={onDone}>{composer.cancel}</Button>
        {!readOnly && (
          <Button type="submit" look="primary" isDisabled={flaws.size > 0} isPending={changes.pending}>
            {canned.save}
          </Button>
        )}
      </div>
    </Form>
  );
}
