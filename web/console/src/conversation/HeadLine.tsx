import type { ReactElement } from "react";
import { PriorityTag } from "../inbox/PriorityTag.tsx";
import { UrgencyTag } from "../inbox/UrgencyTag.tsx";
import { matterOf } from "../shell/alerts.ts";
import type { Agent, Row } from "../wire.ts";
import { useWords, type Words } from "../words/words.ts";

function stateOf(row: Row, agent: Agent, { conversation }: Words): string {
  if (row.state === "offered" && row.offered_to !== null) return conversation.askedOf(row.offered_to.name);
  if (row.state !== "agent" || row.owner === null) return conversation.states[row.state];
  return row.owner.id === agent.id ? conversation.ownedByYou : conversation.ownedBy(row.owner.name);
}

/** What the conversation is about and who has it, in one line. */
export function HeadLine({ row, agent }: { readonly row: Row; readonly agent: Agent }): ReactElement {
  const words = useWords();
  return (
    <p className="head-line">
      {row.priority !== null && <PriorityTag priority={row.priority} />}
      {row.urgency !== null && <UrgencyTag urgency={row.urgency} />}
      <span>{matterOf(row, words)}</span>
      <span className="head-state" data-state={row.state}>
        {stateOf(row, agent, words)}
      </span>
    </p>
  );
}
