import type { ReactElement } from "react";
import type { Offer } from "../live/offers.ts";
import { useNow } from "../words/clock.ts";
import { useWords } from "../words/words.ts";

const HURRY_S = 10;

/** The bar runs by itself; the number is for those who look, not read out each second. */
export function Countdown({ offer }: { readonly offer: Offer }): ReactElement {
  useNow(500);
  const { offers } = useWords();
  const leftS = Math.max(0, Math.ceil((offer.endsAt - performance.now()) / 1000));
  return (
    <p className="countdown" data-hurry={leftS <= HURRY_S}>
      <progress className="countdown-bar" max={offer.lasts / 1000} value={leftS} aria-hidden="true" />
      <span aria-hidden="true">{offers.left(leftS)}</span>
      <span className="hidden">{offers.lasts(Math.round(offer.lasts / 1000))}</span>
    </p>
  );
}
