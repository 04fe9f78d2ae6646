import type { ReactElement } from "react";
import { useCounts } from "../inbox/useInbox.ts";
import { useWords } from "../words/words.ts";

export function NothingOpen(): ReactElement {
  const { inbox } = useWords();
  const waiting = useCounts()?.queue;
  return (
    <div className="nothing-open">
      <h1 className="nothing-title">{inbox.pick}</h1>
      {waiting !== undefined && <p>{inbox.pickHint(waiting)}</p>}
    </div>
  );
}
