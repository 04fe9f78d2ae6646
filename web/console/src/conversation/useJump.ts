/** Shows the message that was found, and lets it stand out for a moment. */
import { type RefObject, useEffect, useRef } from "react";
import { jump } from "../search/jump.ts";
import { useStore } from "../store.ts";

const SHOWN_MS = 2_500;
const SETTLED_MS = 120;

export function useJump(conversation: string, list: RefObject<HTMLElement | null>, ready: boolean): void {
  const wanted = useStore(jump);
  const done = useRef(0);
  useEffect(() => {
    if (!ready || wanted?.conversation !== conversation || wanted.times === done.current) return;
    const found = list.current?.querySelector(`[data-seq="${wanted.seq}"]`);
    if (!(found instanceof HTMLElement)) return;
    done.current = wanted.times;
    // After whatever the opening of the conversation scrolled to.
    const begin = setTimeout(() => {
      found.scrollIntoView({ block: "center" });
      found.dataset["found"] = "true";
    }, SETTLED_MS);
    const timer = setTimeout(() => {
      delete found.dataset["found"];
    }, SHOWN_MS);
    return () => {
      clearTimeout(begin);
      clearTimeout(timer);
      delete found.dataset["found"];
    };
  }, [wanted, conversation, list, ready]);
}
