import type { ReactElement } from "react";
import type { PlaybookAct } from "../api/agent.ts";
import { inLanguage } from "../packet/phrases.ts";
import { useSettings } from "../settings/settings.ts";
import { useWords } from "../words/words.ts";
import { type Run, roleName } from "./playbook.ts";

interface Props {
  readonly run: Run;
  readonly act: (act: PlaybookAct) => void;
}

export function StepList({ run, act }: Props): ReactElement {
  const { playbooks: words } = useWords();
  const { language } = useSettings();
  const { playbook, done } = run;
  return (
    <ul className="playbook-steps" aria-label={words.steps}>
      {playbook.steps.map(({ id, role, title }) => {
        const tick = done.find(({ step }) => step === id);
        return (
          <li key={id}>
            <label className="playbook-step" data-done={tick !== undefined}>
              <input
                type="checkbox"
                checked={tick !== undefined}
                onChange={({ currentTarget }) => {
                  act({ kind: "tick", playbook: playbook.slug, step: id, done: currentTarget.checked });
                }}
              />
              <span>
                {inLanguage(title, language)}{" "}
                <span className="playbook-who">{tick?.by ?? inLanguage(roleName(playbook, role), language)}</span>
              </span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}
