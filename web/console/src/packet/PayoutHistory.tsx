import type { ReactElement } from "react";
import { useSettings } from "../settings/settings.ts";
import type { PayoutStep } from "../wire.ts";
import { moment } from "../words/format.ts";
import { term, useWords } from "../words/words.ts";

/** The way of the payout, latest first. */
export function PayoutHistory({ history }: { readonly history: readonly PayoutStep[] }): ReactElement | null {
  const { packet, terms } = useWords();
  const { language } = useSettings();
  if (history.length === 0) return null;
  const latestFirst = [...history].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <ol className="history" aria-label={packet.payout.history}>
      {latestFirst.map(({ state, reason, at }, index) => (
        <li key={`${at} ${state}`} data-payout={state} aria-current={index === 0 ? "step" : undefined}>
          <span className="history-state">{term(terms.payoutStates, state)}</span>
          <time dateTime={at}>{moment(at, language)}</time>
          {reason !== null && reason !== undefined && <span className="history-reason">{term(terms.payoutReasons, reason)}</span>}
        </li>
      ))}
    </ol>
  );
}
