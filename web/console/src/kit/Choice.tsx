import { type ReactElement, useId } from "react";

interface Props {
  readonly label: string;
  /** What the first option says, which chooses nothing. */
  readonly none: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string | null) => void;
}

/** One of a few, or none: the browser's own list, which every device knows how to show. */
export function Choice({ label, none, value, options, onChange }: Props): ReactElement {
  const id = useId();
  return (
    <p className="choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value ?? ""}
        onChange={(event) => {
          onChange(event.target.value === "" ? null : event.target.value);
        }}
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </p>
  );
}
