import type { ReactElement } from "react";
import { useSettings } from "../settings/settings.ts";
import { waits as isWaiting } from "../live/rows.ts";
import type { Row } from "../wire.ts";
import { useNow } from "../words/clock.ts";
import { ago, elapsed } from "../words/format.ts";
import { useWords } from "../words/words.ts";

const LONG_S = 10 * 60;
const secondsBetween = (from: string, now: number): number => (now - Date.parse(from)) / 1000;

/** Ticks while a customer waits; else says when something last happened. */
export function RowTime({ row }: { readonly row: Row }): ReactElement {
  const waits = isWaiting(row);
  const now = useNow(waits ? 1_000 : 30_000);
  const { language } = useSettings();
  const { inbox } = useWords();
  if (!waits) {
    const seconds = secondsBetween(row.updated_at, now);
    const text = seconds < 60 ? inbox.justNow : ago(seconds, language);
    return <span className="row-time">{text}</span>;
  }
  const seconds = secondsBetween(row.waiting_since ?? row.updated_at, now);
  const text = elapsed(seconds, language);
  return (
    <span className="row-time row-waits" data-long={seconds >= LONG_S}>
      <span className="hidden">{inbox.waiting} </span>
      {text}
    </span>
  );
}
