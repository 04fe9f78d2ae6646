/** Text, its kind, what goes with it, and its way out. */
import { TEXT_LIMIT } from "@lotse/sdk";
import { leftOpen, type Steps } from "../canned/canned.ts";
import { useCannedReplies } from "../canned/useCanned.ts";
import { useDesk } from "../live/DeskContext.tsx";
import type { Message } from "../live/outgoing.ts";
import type { Draft } from "./drafts.ts";
import { useDraft } from "./useDraft.ts";
import { useTypingSignal } from "./useTypingSignal.ts";

export interface Writing {
  readonly draft: Draft;
  readonly mode: Draft["mode"];
  readonly text: string;
  /** Characters beyond what the API takes. */
  readonly over: number;
  /** Variables that nobody could fill in. */
  readonly open: readonly string[];
  readonly sendable: boolean;
  readonly choose: (mode: Draft["mode"]) => void;
  readonly write: (text: string, more?: Partial<Draft>) => void;
  readonly change: (change: Partial<Draft>) => void;
  /** Whether there was something to send. */
  readonly send: () => boolean;
}

function thenOf(steps: Steps | null): Pick<Message, "then"> {
  return steps === null ? {} : { then: steps };
}

function messageOf({ steps }: Draft, mode: Draft["mode"], text: string): Message {
  return mode === "note" ? { kind: "note", text } : { kind: "reply", text, ...thenOf(steps) };
}

export function useWriter(conversation: string, canReply: boolean): Writing {
  const { outgoing } = useDesk();
  const { variables } = useCannedReplies();
  const [draft, change] = useDraft(conversation);
  const tellTyping = useTypingSignal(conversation);
  const mode = canReply ? draft.mode : "note";
  const text = draft[mode];
  const over = text.length - TEXT_LIMIT;
  const open = mode === "note" ? [] : leftOpen(text, variables);
  const sendable = text.trim() !== "" && over <= 0 && open.length === 0;
  return {
    draft,
    mode,
    text,
    over,
    open,
    sendable,
    change,
    choose: (wanted) => {
      if (canReply) change({ mode: wanted });
    },
    write: (next, more) => {
      change({ [mode]: next, ...more });
      if (mode === "reply") tellTyping();
    },
    send: () => {
      if (!sendable) return false;
      outgoing.add(conversation, messageOf(draft, mode, text.trim()));
      change({ [mode]: "" });
      return true;
    },
  };
}
