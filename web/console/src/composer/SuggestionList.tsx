import type { ReactElement, ReactNode } from "react";
import type { Suggestions } from "./useSuggestions.ts";

interface Props<T> {
  readonly label: string;
  readonly suggestions: Suggestions<T>;
  readonly keyOf: (item: T) => string;
  readonly children: (item: T) => ReactNode;
}

/** What the field suggests. The focus stays in the field, which names the active option. */
export function SuggestionList<T>({ label, suggestions, keyOf, children }: Props<T>): ReactElement | null {
  const { id, items, active, optionId, choose } = suggestions;
  if (items.length === 0) return null;
  return (
    <ul className="suggestions" role="listbox" id={id} aria-label={label}>
      {items.map((item, index) => (
        <li
          key={keyOf(item)}
          id={optionId(index)}
          role="option"
          aria-selected={index === active}
          // The field must not lose the focus to what it suggests.
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            choose(item);
          }}
        >
          {children(item)}
        </li>
      ))}
    </ul>
  );
}
