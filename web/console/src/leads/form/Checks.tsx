import type { ReactElement, ReactNode } from "react";

interface Props {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly options: readonly { readonly id: string; readonly name: string; readonly beside?: ReactNode }[];
  readonly errors?: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

const NONE: readonly string[] = [];

/** Any of a few. */
export function Checks({ label, chosen, options, errors = NONE, onChange }: Props): ReactElement {
  return (
    <fieldset className="segments">
      <legend>{label}</legend>
      <div className="checks">
        {options.map(({ id, name, beside }) => (
          <span key={id} className="check">
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) => {
                  onChange(event.target.checked ? [...chosen, id] : chosen.filter((it) => it !== id));
                }}
              />
              {name}
            </label>
            {beside}
          </span>
        ))}
      </div>
      {errors.length > 0 && (
        <p className="field-error" role="alert">
          {errors.join(" ")}
        </p>
      )}
    </fieldset>
  );
}
