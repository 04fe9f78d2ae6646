import type { ReactElement } from "react";
import { useSettings } from "../settings/settings.ts";
import type { PayoutSnapshot } from "../wire.ts";
import { money, moment, weekday } from "../words/format.ts";
import { term, useWords } from "../words/words.ts";
import { PayoutHistory } from "./PayoutHistory.tsx";
import { Section } from "./Section.tsx";

/** The payout as it was at the handoff. */
export function PayoutFacts({ payout }: { readonly payout: PayoutSnapshot }): ReactElement {
  const { packet, terms } = useWords();
  const { language } = useSettings();
  const expected = payout.expected_on === null ? packet.payout.noExpected : weekday(payout.expected_on, language);
  return (
    <Section title={packet.payout.title}>
      <p className="payout-top">
        <span className="payout-amount">{money(payout.amount, payout.currency, language)}</span>
        <span className="payout-ref">{payout.reference}</span>
      </p>
      <p className="payout-now">
        <span className="pill" data-payout={payout.state}>
          {term(terms.payoutStates, payout.state)}
        </span>
        <span>
          {packet.payout.since} {moment(payout.since, language)}
        </span>
      </p>
      {payout.reason !== null && <p className="payout-reason">{term(terms.payoutReasons, payout.reason)}</p>}
      <p className="payout-expected">
        {packet.payout.expected}: <strong>{expected}</strong>
      </p>
      <PayoutHistory history={payout.history} />
    </Section>
  );
}
