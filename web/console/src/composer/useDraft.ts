import { useState } from "react";
import { useDesk } from "../live/DeskContext.tsx";
import type { Draft } from "./drafts.ts";

/** The unsent text of a conversation; every stroke is kept. */
export function useDraft(conversation: string): [Draft, (change: Partial<Draft>) => void] {
  const { drafts } = useDesk();
  const [draft, setDraft] = useState(() => drafts.of(conversation));
  return [
    draft,
    (change) => {
      const next = { ...draft, ...change };
      setDraft(next);
      drafts.keep(conversation, next);
    },
  ];
}
