import { useState } from "react";
import { useDesk } from "../live/DeskContext.tsx";
import { type Draft, NO_EXTRAS } from "./drafts.ts";

/** The unsent text of a conversation; every stroke is kept. Whoever empties a reply starts anew. */
export function useDraft(conversation: string): [Draft, (change: Partial<Draft>) => void] {
  const { drafts } = useDesk();
  const [draft, setDraft] = useState(() => drafts.of(conversation));
  return [
    draft,
    (change) => {
      const emptied = change.reply === "" ? NO_EXTRAS : {};
      const next = { ...draft, ...emptied, ...change };
      setDraft(next);
      drafts.keep(conversation, next);
    },
  ];
}
