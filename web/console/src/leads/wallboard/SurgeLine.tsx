import type { ReactElement } from "react";
import { Icon } from "../../kit/Icon.tsx";
import { type LeadsWords, useLeadsWords } from "../words/words.ts";
import type { Surge } from "./wallboard.ts";

/** What a rush changes, in words. */
export function surgeWords(surge: Surge, { wallboard: words }: LeadsWords): string[] {
  return [
    ...(surge.extra_capacity > 0 ? [words.surgePlaces(surge.extra_capacity)] : []),
    ...(surge.widen ? [words.surgeWiden] : []),
    ...(surge.offer_email ? [words.surgeEmail] : []),
    ...(surge.stand_by.length > 0 ? [words.surgeStandBy(surge.stand_by.join(", "))] : []),
  ];
}

export function SurgeLine({ surge }: { readonly surge: Surge }): ReactElement {
  const words = useLeadsWords();
  const rush = surge.level > 0;
  return (
    <div className="surge" role="status" data-rush={rush}>
      {rush && <Icon name="alert" />}
      <strong>{rush ? words.wallboard.surge(surge.level) : words.wallboard.surgeNone}</strong>
      {rush && <span>{surgeWords(surge, words).join(" · ")}</span>}
    </div>
  );
}
