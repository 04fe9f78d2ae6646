import type { ReactElement } from "react";
import { matterOf } from "../shell/alerts.ts";
import type { Row, View } from "../wire.ts";
import { useWords } from "../words/words.ts";
import { OwnerTag } from "./OwnerTag.tsx";
import { PriorityTag } from "./PriorityTag.tsx";
import { RowDue } from "./RowDue.tsx";
import { UrgencyTag } from "./UrgencyTag.tsx";

interface Props {
  readonly row: Row;
  readonly view: View;
  readonly agentId: string;
}

/** How much it matters, what it is about, who has it. What is closed no longer presses. */
export function RowTags({ row, view, agentId }: Props): ReactElement {
  const words = useWords();
  const presses = row.state !== "closed";
  return (
    <span className="row-tags">
      {presses && row.priority !== null && <PriorityTag priority={row.priority} />}
      {presses && row.urgency !== null && <UrgencyTag urgency={row.urgency} />}
      <span className="row-matter">{matterOf(row, words)}</span>
      {presses && <RowDue row={row} />}
      <OwnerTag row={row} agentId={agentId} view={view} />
    </span>
  );
}
