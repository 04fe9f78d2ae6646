import type { ReactElement } from "react";
import { useLeadsWords } from "../words/words.ts";

const LEVELS = [1, 2, 3, 4, 5];

interface Props {
  readonly skill: string;
  readonly level: number;
  readonly onChange: (level: number) => void;
}

/** How well somebody knows a skill. */
export function LevelSelect({ skill, level, onChange }: Props): ReactElement {
  const { members } = useLeadsWords();
  return (
    <select
      className="level-select"
      aria-label={members.levelOf(skill)}
      value={level}
      onChange={(event) => {
        onChange(Number(event.target.value));
      }}
    >
      {LEVELS.map((each) => (
        <option key={each} value={each}>
          {members.level(each)}
        </option>
      ))}
    </select>
  );
}
