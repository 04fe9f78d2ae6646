import { type ReactElement, useEffect } from "react";
import { useDesk } from "../live/DeskContext.tsx";
import { rushWords } from "../live/rush.ts";
import { useStore } from "../store.ts";
import { useWords } from "../words/words.ts";

const OVER_SHOWN_MS = 8_000;

/** Says that many are waiting, what is different meanwhile, and that it is over. */
export function RushBanner(): ReactElement {
  const words = useWords();
  const { rush } = useDesk();
  const now = useStore(rush.now);
  useEffect(() => {
    if (now?.level !== 0) return;
    const timer = setTimeout(() => {
      rush.forget();
    }, OVER_SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [now, rush]);
  return (
    <div className="banner" role="status" data-shown={now?.level === 0 ? "back" : "rush"}>
      {now !== null && <p>{rushWords(now, words)}</p>}
    </div>
  );
}
