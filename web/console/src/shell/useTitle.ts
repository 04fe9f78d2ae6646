import { useEffect } from "react";
import { useCounts } from "../inbox/useInbox.ts";
import { useWords } from "../words/words.ts";

/** The tab tells how many wait. */
export function useTitle(): void {
  const { shell } = useWords();
  const waiting = useCounts()?.queue ?? 0;
  useEffect(() => {
    document.title = waiting === 0 ? `${shell.product} · ${shell.console}` : `(${waiting}) ${shell.product} · ${shell.console}`;
  }, [waiting, shell]);
}
