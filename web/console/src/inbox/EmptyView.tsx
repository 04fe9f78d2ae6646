import type { ReactElement } from "react";
import type { View } from "../wire.ts";
import { useWords } from "../words/words.ts";

interface Props {
  readonly view: View;
  readonly narrowed: boolean;
}

export function EmptyView({ view, narrowed }: Props): ReactElement {
  const { inbox } = useWords();
  const hint = view === "queue" ? inbox.empty.queueHint : view === "mine" ? inbox.empty.mineHint : null;
  return (
    <div className="blank" role="status">
      <p>{narrowed ? inbox.emptyNarrowed : inbox.empty[view]}</p>
      {!narrowed && hint !== null && <p className="lead">{hint}</p>}
    </div>
  );
}
