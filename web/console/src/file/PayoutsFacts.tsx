import type { ReactElement } from "react";
import { PayoutFacts } from "../packet/PayoutFacts.tsx";
import { PayoutHistory } from "../packet/PayoutHistory.tsx";
import { Section } from "../packet/Section.tsx";
import { useSettings } from "../settings/settings.ts";
import type { PayoutSnapshot } from "../wire.ts";
import { money } from "../words/format.ts";
import { term, useWords } from "../words/words.ts";
import { PayoutWay } from "./PayoutWay.tsx";

interface Props {
  readonly payouts: readonly PayoutSnapshot[];
  /** The one the conversation is about. */
  readonly about: string | null;
}

/** The payout under discussion at length, the others in a line with their way drawn. */
export function PayoutsFacts({ payouts, about }: Props): ReactElement | null {
  const { file, terms } = useWords();
  const { language } = useSettings();
  const main = payouts.find(({ reference }) => reference === about) ?? payouts[0];
  if (main === undefined) return null;
  const others = payouts.filter((it) => it !== main);
  return (
    <>
      <PayoutFacts payout={main} />
      {others.length > 0 && (
        <Section title={file.otherPayouts(others.length)}>
          {others.map((it) => (
            <details key={it.reference} className="payout-other">
              <summary>
                <span className="payout-ref">{it.reference}</span>
                <span>{money(it.amount, it.currency, language)}</span>
                <span className="pill" data-payout={it.state}>
                  {term(terms.payoutStates, it.state)}
                </span>
                <PayoutWay history={it.history} />
              </summary>
              <PayoutHistory history={it.history} />
            </details>
          ))}
        </Section>
      )}
    </>
  );
}
