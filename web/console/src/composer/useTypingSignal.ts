import { useRef } from "react";
import { useDesk } from "../live/DeskContext.tsx";

const EVERY_MS = 3_000;

/** Lets colleagues know that something is being written, and the customer if it is for them; not more often than it matters. */
export function useTypingSignal(conversation: string): (mode: "reply" | "note") => void {
  const desk = useDesk();
  const told = useRef(0);
  return (mode) => {
    const now = Date.now();
    if (now - told.current < EVERY_MS) return;
    told.current = now;
    if (mode === "reply") desk.colleagues.tellCustomer(conversation);
    desk.colleagues.tell(conversation, "writing");
  };
}
