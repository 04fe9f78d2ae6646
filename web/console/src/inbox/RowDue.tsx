import type { ReactElement } from "react";
import { useSettings } from "../settings/settings.ts";
import type { Row } from "../wire.ts";
import { useNow } from "../words/clock.ts";
import { elapsed } from "../words/format.ts";
import { useWords } from "../words/words.ts";

const SOON_S = 5 * 60;

/** Shown when an answer is owed soon, or should have been given. */
export function RowDue({ row }: { readonly row: Row }): ReactElement | null {
  const { inbox } = useWords();
  const { language } = useSettings();
  const now = useNow(1_000);
  const due = row.due.first_response ?? row.due.next_response;
  if (due === null) return null;
  const leftS = (Date.parse(due) - now) / 1000;
  if (leftS > SOON_S) return null;
  return (
    <span className="row-due" data-over={leftS < 0}>
      {leftS < 0 ? inbox.overdue : inbox.dueIn(elapsed(leftS, language))}
    </span>
  );
}
