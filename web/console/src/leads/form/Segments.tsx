import { type ReactElement, useId } from "react";

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly name: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, all in view: the browser's own radio buttons, drawn as one bar. */
export function Segments<T extends string>({ label, value, options, onChange }: Props<T>): ReactElement {
  const group = useId();
  return (
    <fieldset className="segments">
      <legend>{label}</legend>
      <div className="segments-row">
        {options.map(({ id, name }) => (
          <label key={id} className="segment">
            <input
              type="radio"
              name={group}
              className="hidden"
              checked={id === value}
              onChange={() => {
                onChange(id);
              }}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
