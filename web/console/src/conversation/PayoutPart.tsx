import type { PayoutCard } from "@lotse/sdk";
import type { ReactElement } from "react";
import { useSettings } from "../settings/settings.ts";
import { weekday } from "../words/format.ts";
import { term, useWords } from "../words/words.ts";

/** The payout card that the customer was shown, in short. */
export function PayoutPart({ payout }: { readonly payout: PayoutCard }): ReactElement {
  const { terms, packet } = useWords();
  const { language } = useSettings();
  return (
    <div className="card card-payout">
      <span className="card-ref">{payout.reference}</span>
      <span className="card-amount">{payout.amount}</span>
      <span className="pill" data-payout={payout.state}>
        {term(terms.payoutStates, payout.state)}
      </span>
      {payout.expected_on !== null && (
        <span className="card-when">
          {packet.payout.expected} {weekday(payout.expected_on, language)}
        </span>
      )}
    </div>
  );
}
