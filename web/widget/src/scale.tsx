/** A question answered by one number of several, with words at both ends. */

import type { JSX } from "preact";
import { useId } from "preact/hooks";

interface ScaleProps {
  readonly question: string;
  readonly most: number;
  /** What the lowest and the highest number mean. */
  readonly ends: readonly string[];
  readonly chosen: number | null;
  readonly choose: (value: number) => void;
}

export function Scale({ question, most, ends: [low = "", high = ""], chosen, choose }: ScaleProps): JSX.Element {
  const name = useId();
  const values = Array.from({ length: most }, (_, index) => index + 1);
  const meaning = (value: number): string => (value === 1 ? `1, ${low}` : value === most ? `${value}, ${high}` : String(value));
  return (
    <fieldset class="scale">
      <legend>{question}</legend>
      <div class="marks">
        {values.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={chosen === value}
              aria-label={meaning(value)}
              onChange={() => {
                choose(value);
              }}
            />
            <span aria-hidden="true">{value}</span>
          </label>
        ))}
      </div>
      <p class="ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </fieldset>
  );
}
