/** All that was said. Stays at the end while the reader is there, and where they are when they have gone back. */

import type { ChatState } from "@lotse/sdk";
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

import { useSurroundings } from "./context.ts";
import { Earlier } from "./earlier.tsx";
import { Icon } from "./icons.tsx";
import { Intro } from "./intro.tsx";
import { currentItems } from "./items.ts";
import { Items } from "./list.tsx";
import { Typing } from "./typing.tsx";

const NEAR_PX = 80;

export function Transcript({ state }: { readonly state: ChatState }): JSX.Element {
  const { texts } = useSurroundings();
  const { area, away, toEnd } = useEnd();
  return (
    <div class="transcript-frame">
      <div class="transcript" ref={area} tabIndex={0} role="region" aria-label={texts.log}>
        <Earlier state={state} />
        {state.current !== null && <Intro state={state} current={state.current} />}
        <div role="log" aria-live="polite" aria-label={texts.log}>
          <Items items={currentItems(state)} />
        </div>
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

interface End {
  readonly area: { current: HTMLDivElement | null };
  readonly away: boolean;
  readonly toEnd: () => void;
}

function useEnd(): End {
  const area = useRef<HTMLDivElement | null>(null);
  const atEnd = useRef(true);
  const [away, setAway] = useState(false);
  const toEnd = (): void => {
    const { current } = area;
    current?.scrollTo({ top: current.scrollHeight });
  };
  useLayoutEffect(() => {
    const { current } = area;
    if (current === null) return;
    const look = (): void => {
      atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR_PX;
      setAway(!atEnd.current);
    };
    // The panel may be hidden, shown, turned or squeezed by a keyboard.
    const sizes = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    sizes.observe(current);
    for (const child of current.children) sizes.observe(child);
    current.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      current.removeEventListener("scroll", look);
    };
  }, []);
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
  });
  return { area, away, toEnd };
}
