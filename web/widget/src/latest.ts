/** Keeps the latest message in view while the reader is there, and leaves them alone when they have gone back. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";

const NEAR_PX = 80;
const MARGIN_PX = 12;

export interface Latest {
  readonly area: { current: HTMLDivElement | null };
  /** The reader has gone back. */
  readonly away: boolean;
  readonly toEnd: () => void;
}

export function useLatest(): Latest {
  const area = useRef<HTMLDivElement | null>(null);
  const near = useRef(true);
  const [away, setAway] = useState(false);
  const toEnd = (): void => {
    // Only onwards: whoever reads on in a long answer is not taken back to its beginning.
    const { current } = area;
    if (current !== null) current.scrollTop = Math.max(current.scrollTop, goal(current));
  };
  useLayoutEffect(() => {
    const { current } = area;
    if (current === null) return;
    let height = current.clientHeight;
    const look = (): void => {
      // A panel that changes its size scrolls by itself; that is nobody's wish.
      const isWish = height === current.clientHeight;
      height = current.clientHeight;
      if (!isWish && near.current) toEnd();
      near.current = goal(current) - current.scrollTop < NEAR_PX;
      setAway(!near.current);
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(current);
    current.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      current.removeEventListener("scroll", look);
    };
  }, []);
  const seen = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const latest = latestMessage(area.current);
    const isNew = latest !== seen.current;
    seen.current = latest;
    // One's own words are always worth seeing.
    const own = isNew && latest?.classList.contains("by-customer") === true;
    if (own || near.current) toEnd();
  });
  return { area, away, toEnd };
}

/** The very end; but an answer that is taller than the screen is read from its beginning. */
function goal(area: HTMLElement): number {
  const end = area.scrollHeight - area.clientHeight;
  const latest = latestMessage(area);
  return latest === null ? end : Math.min(end, latest.offsetTop - MARGIN_PX);
}

function latestMessage(area: HTMLElement | null): HTMLElement | null {
  const all = area?.querySelectorAll<HTMLElement>("[role=log] > .message");
  return all?.[all.length - 1] ?? null;
}
