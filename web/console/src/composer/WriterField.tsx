import type { KeyboardEvent, ReactElement, Ref } from "react";
import type { Suggesting } from "./useSuggestions.ts";

interface Props {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly label: string;
  readonly text: string;
  readonly suggestions: Suggesting;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onChange: (text: string) => void;
}

/** Grows with its text up to a third of the page (by `field-sizing`, with the rows as a fallback). */
export function WriterField({ ref, label, text, suggestions, onKeyDown, onChange }: Props): ReactElement {
  const { items, id, active, optionId, caretAt, pressed } = suggestions;
  const open = items.length > 0;
  const named = open ? { "aria-controls": id, "aria-activedescendant": optionId(active) } : {};
  return (
    <textarea
      ref={ref}
      className="writer"
      aria-label={label}
      aria-autocomplete="list"
      {...named}
      placeholder={label}
      rows={Math.min(8, Math.max(2, text.split("\n").length))}
      value={text}
      onKeyDown={(event) => {
        if (pressed(event)) event.preventDefault();
        else onKeyDown(event);
      }}
      onSelect={(event) => {
        caretAt(event.currentTarget.selectionStart);
      }}
      onChange={(event) => {
        onChange(event.target.value);
        caretAt(event.target.selectionStart);
      }}
    />
  );
}
