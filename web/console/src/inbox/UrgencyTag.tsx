import type { ReactElement } from "react";
import type { UrgencyLevel } from "../wire.ts";
import { useWords } from "../words/words.ts";

/** Only what is out of the ordinary is worth a look. */
export function UrgencyTag({ urgency }: { readonly urgency: UrgencyLevel }): ReactElement | null {
  const { inbox } = useWords();
  if (urgency === "normal" || urgency === "low") return null;
  return (
    <span className="tag tag-outline" data-urgency={urgency}>
      {inbox.urgency[urgency]}
    </span>
  );
}
