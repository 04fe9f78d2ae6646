import type { ReactElement } from "react";
import type { PlaybookAct } from "../api/agent.ts";
import { Button } from "../kit/Button.tsx";
import { inLanguage } from "../packet/phrases.ts";
import { useSettings } from "../settings/settings.ts";
import { moment } from "../words/format.ts";
import { useWords } from "../words/words.ts";
import { ContactCall } from "./ContactCall.tsx";
import type { Run } from "./playbook.ts";
import { PreparedMessages } from "./PreparedMessages.tsx";
import { StepList } from "./StepList.tsx";

interface Props {
  readonly run: Run;
  readonly act: (act: PlaybookAct) => void;
}

export function RunCard({ run, act }: Props): ReactElement {
  const { playbooks: words } = useWords();
  const { language } = useSettings();
  const { playbook } = run;
  const title = inLanguage(playbook.title, language);
  const by = run.started_by?.name ?? words.byRule;
  if (run.ended_at !== null) {
    return (
      <p className="playbook-over">
        <strong>{title}</strong> {words.ended(moment(run.ended_at, language))}
      </p>
    );
  }
  return (
    <article className="playbook" aria-label={title}>
      <h4>{title}</h4>
      <p className="playbook-since">{words.since(moment(run.started_at, language), by)}</p>
      <ContactCall run={run} act={act} />
      <StepList run={run} act={act} />
      <PreparedMessages messages={playbook.messages} />
      <Button
        look="quiet"
        onPress={() => {
          act({ kind: "end", playbook: playbook.slug });
        }}
      >
        {words.end(title)}
      </Button>
    </article>
  );
}
