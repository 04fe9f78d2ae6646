import type { ReactElement } from "react";
import { useWords } from "../words/words.ts";

/** The product's sign: a sail over a wave. */
export function Mark(): ReactElement {
  const { shell } = useWords();
  return (
    <span className="mark">
      <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect className="mark-ground" width="32" height="32" rx="8" />
        <path className="mark-wave" d="M6 21c3.3 0 3.3 2.4 6.7 2.4S16 21 19.3 21s3.3 2.4 6.7 2.4" />
        <path className="mark-sail" d="M16 6v11M16 6l7 8.5h-7M16 9l-5 5.5h5" />
      </svg>
      <span>{shell.product}</span>
    </span>
  );
}
