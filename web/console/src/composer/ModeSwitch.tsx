import type { ReactElement } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { Icon } from "../kit/Icon.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  readonly mode: "reply" | "note";
  readonly onChange: (mode: "reply" | "note") => void;
}

export function ModeSwitch({ mode, onChange }: Props): ReactElement {
  const { composer } = useWords();
  return (
    <ToggleButtonGroup
      className="modes"
      aria-label={composer.mode}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[mode]}
      onSelectionChange={(keys) => {
        onChange(keys.has("note") ? "note" : "reply");
      }}
    >
      <ToggleButton id="reply" className="mode">
        {composer.reply}
        <kbd className="cap" aria-hidden="true">
          R
        </kbd>
      </ToggleButton>
      <ToggleButton id="note" className="mode mode-note">
        <Icon name="lock" />
        {composer.note}
        <kbd className="cap" aria-hidden="true">
          N
        </kbd>
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
