import type { ReactElement } from "react";
import type { Detail } from "../conversation/detail.ts";
import { Section } from "../packet/Section.tsx";
import type { Row } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { startable } from "./playbook.ts";
import { RunCard } from "./RunCard.tsx";
import { StartPlaybook } from "./StartPlaybook.tsx";
import { usePlaybooks } from "./usePlaybooks.ts";

/** What is done when it is serious: playbooks that run here, and those that can be begun. */
export function PlaybookFacts({ detail, row }: { readonly detail: Detail; readonly row: Row }): ReactElement {
  const { playbooks: words } = useWords();
  const { runs, all, act, pending } = usePlaybooks(row.id, detail);
  return (
    <Section title={words.title}>
      {runs.map((run) => (
        <RunCard key={run.playbook.slug} run={run} act={act} />
      ))}
      <StartPlaybook playbooks={startable(all, runs)} act={act} pending={pending} />
    </Section>
  );
}
