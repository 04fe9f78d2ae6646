import type { ReactElement } from "react";
import { FieldError, Input, Label, TextField } from "react-aria-components";

interface Props {
  readonly name: "email" | "password";
  readonly type: "email" | "password";
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function LoginField({ name, type, label, value, onChange }: Props): ReactElement {
  return (
    <TextField
      className="field"
      name={name}
      type={type}
      value={value}
      onChange={onChange}
      autoComplete={name === "email" ? "username" : "current-password"}
      autoFocus={name === "email"}
    >
      <Label>{label}</Label>
      <Input className="input" />
      <FieldError className="field-error" />
    </TextField>
  );
}
