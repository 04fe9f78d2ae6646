import type { ReactElement } from "react";
import { useSettings } from "../settings/settings.ts";
import type { PayoutStep } from "../wire.ts";
import { moment } from "../words/format.ts";
import { term, useWords } from "../words/words.ts";
import { stopsOf } from "./way.ts";

/** Drawn for the eye; in words for those who hear the page. */
export function PayoutWay({ history }: { readonly history: readonly PayoutStep[] }): ReactElement | null {
  const { packet, terms } = useWords();
  const { language } = useSettings();
  const stops = stopsOf(history);
  const last = stops.at(-1);
  if (last === undefined) return null;
  const told = stops.map(({ state, at }) => `${term(terms.payoutStates, state)} ${moment(at, language)}`).join(", ");
  return (
    <svg className="way" viewBox="0 0 240 14" role="img" aria-label={`${packet.payout.history}: ${told}`}>
      <line x1={stops[0]?.x} x2={last.x} y1="7" y2="7" />
      {stops.map((stop) => (
        <circle key={`${stop.at} ${stop.state}`} cx={stop.x} cy="7" r={stop === last ? 5 : 3.5} data-payout={stop.state} data-last={stop === last}>
          <title>{`${term(terms.payoutStates, stop.state)} · ${moment(stop.at, language)}`}</title>
        </circle>
      ))}
    </svg>
  );
}
