/** A payout: how much, how it stands, when it is expected, and how it came to be so. */

import type { PayoutCard, PayoutState, PayoutStep } from "@lotse/sdk";
import type { ComponentChildren, JSX } from "preact";

import { useSurroundings } from "../context.ts";
import { dayAndTime, shortDate, weekdayDate } from "../dates.ts";

type Mood = "good" | "moving" | "waiting" | "bad";

const MOODS: Readonly<Record<PayoutState, Mood>> = {
  requested: "moving",
  under_review: "waiting",
  on_hold: "waiting",
  processing: "moving",
  in_transit: "moving",
  paid: "good",
  returned: "bad",
  failed: "bad",
  canceled: "bad",
};

export function PayoutPart({ payout }: { readonly payout: PayoutCard }): JSX.Element {
  const { texts, language } = useSurroundings();
  const { state, expected_on, method } = payout;
  return (
    <article class={`card payout is-${MOODS[state]}`} aria-label={`${texts.payout} ${payout.reference}`}>
      <header>
        <p class="reference">
          {texts.payout} {payout.reference}
        </p>
        <p class="amount">{payout.amount}</p>
        <p class="state">{texts.payoutStates[state]}</p>
      </header>
      <dl>
        <Fact name={texts.since}>{shortDate(language, payout.since)}</Fact>
        {expected_on !== null && <Fact name={texts.expected}>{weekdayDate(language, expected_on)}</Fact>}
        {method !== null && <Fact name={texts.method}>{texts.methods[method] ?? method}</Fact>}
      </dl>
      {payout.history.length > 0 && <Steps payout={payout} />}
    </article>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Steps({ payout }: { readonly payout: PayoutCard }): JSX.Element {
  const { texts, language } = useSurroundings();
  const { history, expected_on } = payout;
  return (
    <ol class="steps" aria-label={texts.history}>
      {history.map((step, index) => (
        <Step key={`${step.at} ${step.state}`} step={step} isLast={index === history.length - 1} />
      ))}
      {expected_on !== null && (
        <li class="step is-ahead">
          <span class="step-name">{texts.expected}</span>
          <time dateTime={expected_on}>{weekdayDate(language, expected_on)}</time>
        </li>
      )}
    </ol>
  );
}

function Step({ step, isLast }: { readonly step: PayoutStep; readonly isLast: boolean }): JSX.Element {
  const { texts, language } = useSurroundings();
  return (
    <li class={isLast ? "step is-now" : "step"} aria-current={isLast ? "step" : undefined}>
      <span class="step-name">{texts.payoutStates[step.state]}</span>
      <time dateTime={step.at}>
        {dayAndTime(language, step.at)}
      </time>
    </li>
  );
}
