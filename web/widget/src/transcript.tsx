/** All that was said. Stays at the end while the reader is there, and where they are when they have gone back. */

import type { ChatState } from "@lotse/sdk";
import type { JSX } from "preact";

import { useSurroundings } from "./context.ts";
import { Earlier } from "./earlier.tsx";
import { Icon } from "./icons.tsx";
import { Intro } from "./intro.tsx";
import { currentItems } from "./items.ts";
import { useLatest } from "./latest.ts";
import { Items } from "./list.tsx";
import { RatingCard } from "./rating.tsx";
import { Typing } from "./typing.tsx";

export function Transcript({ state }: { readonly state: ChatState }): JSX.Element {
  const { texts } = useSurroundings();
  const { area, away, toEnd } = useLatest();
  return (
    <div class="transcript-frame">
      <div class="transcript" ref={area} tabIndex={0} role="region" aria-label={texts.log}>
        <Earlier state={state} />
        {state.current !== null && <Intro state={state} current={state.current} />}
        <div role="log" aria-live="polite" aria-label={texts.log}>
          <Items items={currentItems(state)} />
        </div>
        {state.current !== null && <RatingCard thread={state.current} />}
        <Typing state={state} />
      </div>
      {away && (
        <button type="button" class="to-end" aria-label={texts.latest} onClick={toEnd}>
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}
