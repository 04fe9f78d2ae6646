import type { ReactElement } from "react";
import type { View } from "../wire.ts";
import { useWords } from "../words/words.ts";

export function EmptyView({ view }: { readonly view: View }): ReactElement {
  const { inbox } = useWords();
  const hint = view === "queue" ? inbox.empty.queueHint : view === "mine" ? inbox.empty.mineHint : null;
  return (
    <div className="blank" role="status">
      <p>{inbox.empty[view]}</p>
      {hint !== null && <p className="lead">{hint}</p>}
    </div>
  );
}
