/** A conversation whose handoff is unread begins at the top; one that is read follows its latest word. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

const NEAR_PX = 80;

export interface Scroll {
  readonly area: RefObject<HTMLDivElement | null>;
  readonly atEnd: boolean;
  readonly scrolled: () => void;
  readonly toEnd: () => void;
}

export function useScroll(last: number, packetFolded: boolean): Scroll {
  const area = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const follows = useRef(packetFolded);

  const toEnd = useCallback(() => {
    const at = area.current;
    if (at === null) return;
    at.scrollTop = at.scrollHeight;
    follows.current = true;
    setAtEnd(true);
  }, []);
  const scrolled = useCallback(() => {
    const at = area.current;
    if (at === null) return;
    const near = at.scrollHeight - at.scrollTop - at.clientHeight < NEAR_PX;
    follows.current = near;
    setAtEnd(near);
  }, []);

  useLayoutEffect(() => {
    if (follows.current) toEnd();
    else scrolled();
  }, [last, toEnd, scrolled]);
  useEffect(() => {
    if (packetFolded) toEnd();
    else if (area.current !== null) {
      area.current.scrollTop = 0;
      scrolled();
    }
  }, [packetFolded, toEnd, scrolled]);
  return { area, atEnd, scrolled, toEnd };
}
