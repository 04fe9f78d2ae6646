import { useRef } from "react";
import { useDesk } from "../live/DeskContext.tsx";

const EVERY_MS = 3_000;

/** Lets the customer know that a reply is being written, not more often than it matters. */
export function useTypingSignal(conversation: string): () => void {
  const desk = useDesk();
  const told = useRef(0);
  return () => {
    const now = Date.now();
    if (now - told.current < EVERY_MS) return;
    told.current = now;
    desk.tellTyping(conversation);
  };
}
