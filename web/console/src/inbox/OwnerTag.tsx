import type { ReactElement } from "react";
import type { Row, View } from "../wire.ts";
import { useWords } from "../words/words.ts";

interface Props {
  readonly row: Row;
  readonly agentId: string;
  readonly view: View;
}

/** Who has the conversation, unless the view already says it. */
export function OwnerTag({ row, agentId, view }: Props): ReactElement | null {
  const { inbox } = useWords();
  if (row.state === "bot") return view === "bot" ? null : <span className="row-owner">{inbox.withAssistant}</span>;
  if (row.state !== "agent" || row.owner === null || view === "mine") return null;
  const name = row.owner.id === agentId ? inbox.you : row.owner.name;
  return <span className="row-owner">{inbox.owner(name)}</span>;
}
