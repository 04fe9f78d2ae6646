import type { ReactElement } from "react";
import type { PlaybookAct } from "../api/agent.ts";
import { Button } from "../kit/Button.tsx";
import { inLanguage } from "../packet/phrases.ts";
import { useSettings } from "../settings/settings.ts";
import { useWords } from "../words/words.ts";
import type { Playbook } from "./playbook.ts";

interface Props {
  readonly playbooks: readonly Playbook[];
  readonly act: (act: PlaybookAct) => void;
  readonly pending: boolean;
}

/** Each with its criteria, so that it is begun for a reason. */
export function StartPlaybook({ playbooks, act, pending }: Props): ReactElement {
  const { playbooks: words } = useWords();
  const { language } = useSettings();
  return (
    <details className="playbook-start">
      <summary>{words.start}</summary>
      {playbooks.map(({ slug, title, criteria }) => (
        <div key={slug} className="playbook-choice">
          <strong>{inLanguage(title, language)}</strong>
          <ul>
            {criteria.map((criterion) => (
              <li key={inLanguage(criterion, language)}>{inLanguage(criterion, language)}</li>
            ))}
          </ul>
          <Button
            isDisabled={pending}
            onPress={() => {
              act({ kind: "start", playbook: slug });
            }}
          >
            {words.begin(inLanguage(title, language))}
          </Button>
        </div>
      ))}
    </details>
  );
}
