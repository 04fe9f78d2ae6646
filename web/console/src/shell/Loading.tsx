import type { ReactElement } from "react";
import { useWords } from "../words/words.ts";

export function Loading(): ReactElement {
  const { shell } = useWords();
  return (
    <p className="blank" role="status">
      {shell.loading}
    </p>
  );
}
