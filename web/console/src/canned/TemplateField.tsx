import { type ReactElement, useRef } from "react";
import { Button as AriaButton, Label, TextArea, TextField } from "react-aria-components";
import { term, useWords, type Words } from "../words/words.ts";
import { type Fault, faultsOf } from "./canned.ts";

interface Props {
  readonly language: "de" | "en";
  readonly text: string;
  readonly variables: readonly string[];
  readonly isDisabled: boolean;
  readonly onChange: (text: string) => void;
}

function faultWords(fault: Fault, { canned }: Words): string {
  return fault.kind === "brace" ? canned.brace : canned.unknown(fault.name);
}

/** A text with variables: what is wrong is said while it is typed. */
export function TemplateField({ language, text, variables, isDisabled, onChange }: Props): ReactElement {
  const words = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const faults = faultsOf(text, variables);
  const insert = (name: string): void => {
    const at = field.current?.selectionStart ?? text.length;
    const named = `{${name}}`;
    onChange(text.slice(0, at) + named + text.slice(at));
    setTimeout(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at + named.length, at + named.length);
    }, 0);
  };
  return (
    <div className="template">
      <TextField className="field" value={text} isInvalid={faults.length > 0} isDisabled={isDisabled} maxLength={8000} onChange={onChange}>
        <Label>{words.canned.text[language]}</Label>
        <TextArea ref={field} className="input" rows={4} lang={language} aria-describedby={`template-${language}`} />
      </TextField>
      <p className="field-error" id={`template-${language}`} role="status">
        {faults.map((fault) => faultWords(fault, words)).join(" ")}
      </p>
      {!isDisabled && (
        <p className="template-variables">
          <span>{words.canned.variables}</span>
          {variables.map((name) => (
            <AriaButton
              key={name}
              className="chip chip-add"
              onPress={() => {
                insert(name);
              }}
            >
              {term(words.canned.variable, name)}
            </AriaButton>
          ))}
        </p>
      )}
    </div>
  );
}
