import { useSyncExternalStore } from "react";

const WIDE = matchMedia("(min-width: 80rem)");

function subscribe(listener: () => void): () => void {
  WIDE.addEventListener("change", listener);
  return () => {
    WIDE.removeEventListener("change", listener);
  };
}

/** Whether there is room for the context beside the conversation. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => WIDE.matches);
}
