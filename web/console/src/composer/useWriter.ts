/** Text, its kind and its way out. */
import { TEXT_LIMIT } from "@lotse/sdk";
import { useDesk } from "../live/DeskContext.tsx";
import type { Draft } from "./drafts.ts";
import { useDraft } from "./useDraft.ts";
import { useTypingSignal } from "./useTypingSignal.ts";

export interface Writing {
  readonly mode: Draft["mode"];
  readonly text: string;
  /** Characters beyond what the API takes. */
  readonly over: number;
  readonly sendable: boolean;
  readonly choose: (mode: Draft["mode"]) => void;
  readonly write: (text: string) => void;
  /** Whether there was something to send. */
  readonly send: () => boolean;
}

export function useWriter(conversation: string, canReply: boolean): Writing {
  const { outgoing } = useDesk();
  const [draft, change] = useDraft(conversation);
  const tellTyping = useTypingSignal(conversation);
  const mode = canReply ? draft.mode : "note";
  const text = draft[mode];
  const over = text.length - TEXT_LIMIT;
  const sendable = text.trim() !== "" && over <= 0;
  return {
    mode,
    text,
    over,
    sendable,
    choose: (wanted) => {
      if (canReply) change({ mode: wanted });
    },
    write: (next) => {
      change({ [mode]: next });
      if (mode === "reply") tellTyping();
    },
    send: () => {
      if (!sendable) return false;
      outgoing.add(conversation, { kind: mode, text: text.trim() });
      change({ [mode]: "" });
      return true;
    },
  };
}
