import type { ReactElement } from "react";
import { FieldError, Input, Label, Text, TextArea, TextField } from "react-aria-components";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong, as sentences. */
  readonly errors?: readonly string[];
  readonly hint?: string | undefined;
  /** More than one line. */
  readonly rows?: number;
  readonly type?: "text" | "email" | "datetime-local";
  /** Of what is written, for spelling. */
  readonly lang?: string;
  readonly look?: "text" | "code";
  readonly onLeave?: () => void;
}

const NONE: readonly string[] = [];
const nothing = (): void => undefined;

/** A text with its label, its hint and what is wrong with it. */
export function Field({ label, value, onChange, errors = NONE, onLeave = nothing, ...rest }: Props): ReactElement {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={errors.length > 0}
      validationBehavior="aria"
      onBlur={onLeave}
      autoComplete="off"
    >
      <Label>{label}</Label>
      <Control {...rest} />
      {rest.hint !== undefined && (
        <Text slot="description" className="field-hint">
          {rest.hint}
        </Text>
      )}
      <FieldError className="field-error">{errors.join(" ")}</FieldError>
    </TextField>
  );
}

function Control({ rows, type = "text", lang, look = "text" }: Pick<Props, "rows" | "type" | "lang" | "look">): ReactElement {
  if (rows === undefined) return <Input className="input" type={type} lang={lang} />;
  return <TextArea className={`input input-${look}`} rows={rows} lang={lang} spellCheck={look === "text"} />;
}
