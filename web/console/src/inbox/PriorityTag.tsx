import type { ReactElement } from "react";
import type { Priority } from "../wire.ts";
import { useWords } from "../words/words.ts";

/** The class of the queue: colour for the glance, words for certainty. */
export function PriorityTag({ priority }: { readonly priority: Priority }): ReactElement {
  const { inbox } = useWords();
  return (
    <span className="tag" data-priority={priority}>
      {inbox.priority[priority]}
    </span>
  );
}
