import type { ReactElement } from "react";
import { refusalWords } from "../../words/refusal.ts";
import { useWords } from "../../words/words.ts";

/** Why what was sent came to nothing. */
export function Refused({ error }: { readonly error: Error | null }): ReactElement | null {
  const words = useWords();
  if (error === null) return null;
  return (
    <p className="problem" role="alert">
      {refusalWords(error, words)}
    </p>
  );
}
