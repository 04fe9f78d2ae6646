/** The present, as often as it matters to what is shown. */
import { useEffect, useState } from "react";
import { clock } from "../live/clock.ts";

export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(clock.now());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return now;
}
