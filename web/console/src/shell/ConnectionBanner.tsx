import { type ReactElement, useEffect, useState } from "react";
import { useDesk } from "../live/DeskContext.tsx";
import { useStore } from "../store.ts";
import { useWords } from "../words/words.ts";

const PATIENCE_MS = 1_200;
const BACK_SHOWN_MS = 3_000;
type Shown = "nothing" | "reconnecting" | "offline" | "back";

/** Says that the connection is lost once that is more than a blink, and that it is back. */
export function ConnectionBanner(): ReactElement {
  const { shell } = useWords();
  const link = useStore(useDesk().link);
  const [shown, setShown] = useState<Shown>("nothing");
  useEffect(() => {
    const lost = link === "offline" ? "offline" : "reconnecting";
    const next = link === "online" ? "nothing" : lost;
    if (next === "nothing") setShown((before) => (before === "nothing" ? before : "back"));
    const show = (): void => {
      setShown(next);
    };
    const timer = setTimeout(show, next === "nothing" ? BACK_SHOWN_MS : PATIENCE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [link]);
  return (
    <div className="banner" role="status" data-shown={shown}>
      {shown !== "nothing" && <p>{shell.connection[shown]}</p>}
    </div>
  );
}
