import type { ReactElement } from "react";
import type { PlaybookAct } from "../api/agent.ts";
import { Button } from "../kit/Button.tsx";
import { inLanguage } from "../packet/phrases.ts";
import { useSettings } from "../settings/settings.ts";
import { moment } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { type Run, roleName } from "./playbook.ts";

interface Props {
  readonly run: Run;
  readonly act: (act: PlaybookAct) => void;
}

/** Whom to call now, and until when they have to answer. */
export function ContactCall({ run, act }: Props): ReactElement {
  const { playbooks: words } = useWords();
  const { language } = useSettings();
  const { playbook, calling, due_at, reached } = run;
  const contact = playbook.contacts.find(({ id }) => id === (calling ?? reached));
  const name = contact === undefined ? "" : inLanguage(roleName(playbook, contact.role), language);
  if (calling === null || contact === undefined || due_at === null) {
    return (
      <p className="playbook-call" data-silent={reached === null}>
        {reached === null ? words.nobodyAnswered : words.reached(name)}
      </p>
    );
  }
  return (
    <div className="playbook-call" data-silent="false">
      <p>
        <strong>{words.call(name, moment(due_at, language))}</strong> {inLanguage(contact.how, language)}
      </p>
      <Button
        onPress={() => {
          act({ kind: "reached", playbook: playbook.slug, contact: contact.id });
        }}
      >
        {words.answered(name)}
      </Button>
    </div>
  );
}
