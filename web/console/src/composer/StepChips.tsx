import type { ReactElement } from "react";
import { Button as AriaButton } from "react-aria-components";
import { hasSteps, type Steps } from "../canned/canned.ts";
import { Icon } from "../kit/Icon.tsx";
import { term, useWords } from "../words/words.ts";

interface Props {
  readonly steps: Steps;
  readonly onChange: (steps: Steps | null) => void;
}
interface Chip {
  readonly key: string;
  readonly words: string;
  readonly without: Steps;
}

function useChips(steps: Steps): readonly Chip[] {
  const { canned, terms } = useWords();
  const chips: Chip[] = steps.tags.map((tag) => ({
    key: `tag ${tag}`,
    words: canned.addsTag(tag),
    without: { ...steps, tags: steps.tags.filter((other) => other !== tag) },
  }));
  if (steps.close !== null)
    chips.push({ key: "close", words: canned.closes(term(terms.closeReasons, steps.close)), without: { ...steps, close: null } });
  if (steps.snooze_s !== null)
    chips.push({ key: "snooze", words: canned.snoozes(steps.snooze_s / 3600), without: { ...steps, snooze_s: null } });
  return chips;
}

/** What happens once this is sent; each can be left out. */
export function StepChips({ steps, onChange }: Props): ReactElement {
  const { canned } = useWords();
  return (
    <div className="chips" role="group" aria-label={canned.then}>
      <span className="chips-lead">{canned.then}</span>
      {useChips(steps).map(({ key, words, without }) => (
        <span key={key} className="chip">
          {words}
          <AriaButton
            className="chip-remove"
            aria-label={canned.leaveOut(words)}
            onPress={() => {
              onChange(hasSteps(without) ? without : null);
            }}
          >
            <Icon name="close" />
          </AriaButton>
        </span>
      ))}
    </div>
  );
}
