import { type ReactElement, useId } from "react";
import type { Filters } from "../wire.ts";
import { useWords } from "../words/words.ts";

interface Props {
  readonly filters: Filters;
  readonly onChange: (change: Pick<Filters, "since" | "until">) => void;
}

const DAY_MS = 86_400_000;

/** Midnight where the agent sits, as the server wants it. */
function startOf(day: string): string | null {
  return day === "" ? null : new Date(`${day}T00:00:00`).toISOString();
}

/** The day of a moment, where the agent sits. */
function dayOf(at: string | null, backMs = 0): string {
  return at === null ? "" : new Date(Date.parse(at) - backMs).toLocaleDateString("sv-SE");
}

/** From the first day to the last one, both included. */
export function DateRange({ filters, onChange }: Props): ReactElement {
  const { inbox } = useWords();
  const [first, last] = [useId(), useId()];
  return (
    <>
      <p className="choice">
        <label htmlFor={first}>{inbox.filters.from}</label>
        <input
          id={first}
          className="input"
          type="date"
          value={dayOf(filters.since)}
          onChange={(event) => {
            onChange({ since: startOf(event.target.value), until: filters.until });
          }}
        />
      </p>
      <p className="choice">
        <label htmlFor={last}>{inbox.filters.to}</label>
        <input
          id={last}
          className="input"
          type="date"
          value={dayOf(filters.until, DAY_MS / 2)}
          onChange={(event) => {
            const until = startOf(event.target.value);
            const next = until === null ? null : new Date(Date.parse(until) + DAY_MS).toISOString();
            onChange({ since: filters.since, until: next });
          }}
        />
      </p>
    </>
  );
}
