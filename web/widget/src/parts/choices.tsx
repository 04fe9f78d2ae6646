/** Choices of the assistant: once one is taken, or they are out of date, none can be taken any more. */

import type { Choice } from "@lotse/sdk";
import type { JSX } from "preact";
import { useState } from "preact/hooks";

import { useSurroundings } from "../context.ts";
import { Icon } from "../icons.tsx";

interface ChoicesProps {
  readonly choices: readonly Choice[];
  readonly live: boolean;
  readonly answer: string | null;
}

export function ChoicesPart({ choices, live, answer }: ChoicesProps): JSX.Element {
  const { widget, texts } = useSurroundings();
  const [taken, setTaken] = useState<string | null>(null);
  const take = (choice: Choice): void => {
    setTaken(choice.id);
    widget.choose(choice);
  };
  return (
    <div class="choices">
      {choices.map((choice) => {
        const chosen = taken === choice.id || (taken === null && choice.title === answer);
        return (
          <button
            key={choice.id}
            type="button"
            class={chosen ? "choice is-chosen" : "choice"}
            disabled={!live || taken !== null}
            onClick={() => {
              take(choice);
            }}
          >
            {chosen && <Icon name="check" />}
            <span dir="auto">{choice.title}</span>
            {chosen && <span class="aside">({texts.chosen})</span>}
          </button>
        );
      })}
    </div>
  );
}
