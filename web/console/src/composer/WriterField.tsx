import type { KeyboardEvent, ReactElement, Ref } from "react";

interface Props {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly label: string;
  readonly text: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onChange: (text: string) => void;
}

/** Grows with its text up to a third of the page (by `field-sizing`, with the rows as a fallback). */
export function WriterField({ ref, label, text, onKeyDown, onChange }: Props): ReactElement {
  return (
    <textarea
      ref={ref}
      className="writer"
      aria-label={label}
      placeholder={label}
      rows={Math.min(8, Math.max(2, text.split("\n").length))}
      value={text}
      onKeyDown={onKeyDown}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
