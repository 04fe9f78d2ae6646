/** A conversation whose handoff is unread begins at the top; one that is read follows its latest word. */
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

const NEAR_PX = 80;

export interface Scroll {
  /** What scrolls, and what grows in it. */
  readonly area: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly atEnd: boolean;
  readonly scrolled: () => void;
  readonly toEnd: () => void;
}

export function useScroll(packetFolded: boolean): Scroll {
  const area = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const follows = useRef(packetFolded);

  const scrolled = useCallback(() => {
    const at = area.current;
    if (at === null) return;
    follows.current = at.scrollHeight - at.scrollTop - at.clientHeight < NEAR_PX;
    setAtEnd(follows.current);
  }, []);
  const toEnd = useCallback(() => {
    follows.current = true;
    area.current?.scrollTo({ top: area.current.scrollHeight });
  }, []);

  useEffect(() => {
    if (packetFolded) toEnd();
    else {
      follows.current = false;
      area.current?.scrollTo({ top: 0 });
    }
  }, [packetFolded, toEnd]);
  useEffect(() => {
    const sizes = new ResizeObserver(() => {
      if (follows.current) toEnd();
      scrolled();
    });
    for (const element of [area.current, content.current]) if (element !== null) sizes.observe(element);
    return () => {
      sizes.disconnect();
    };
  }, [toEnd, scrolled]);
  return { area, content, atEnd, scrolled, toEnd };
}
