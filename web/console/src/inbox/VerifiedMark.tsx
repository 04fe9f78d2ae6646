import type { ReactElement } from "react";
import { Icon } from "../kit/Icon.tsx";
import { useWords } from "../words/words.ts";

/** The platform vouches for who this is. */
export function VerifiedMark(): ReactElement {
  const { inbox } = useWords();
  return (
    <span className="verified" title={inbox.verified}>
      <Icon name="verified" />
      <span className="hidden">{inbox.verified}</span>
    </span>
  );
}
