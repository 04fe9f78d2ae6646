import type { Event } from "@lotse/sdk";
import { useMemo } from "react";
import { useDesk } from "../live/DeskContext.tsx";
import type { OutgoingMessage } from "../live/outgoing.ts";
import { useStore } from "../store.ts";

const NONE: readonly OutgoingMessage[] = [];

/** What is still on its way: not what the log already has. */
export function useOutgoing(conversation: string, events: readonly Event[]): readonly OutgoingMessage[] {
  const items = useStore(useDesk().outgoing.items)[conversation] ?? NONE;
  return useMemo(() => {
    const logged = new Set(events.map((event) => ("client_message_id" in event ? event.client_message_id : null)));
    return items.filter((item) => !logged.has(item.id));
  }, [items, events]);
}
