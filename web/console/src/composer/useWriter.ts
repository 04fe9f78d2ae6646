/** Text, its kind, what goes with it, and its way out. */
import { TEXT_LIMIT } from "@lotse/sdk";
import { hasFiles, isBusy, type Picked, takenAlong, usePicked } from "../attachments/usePicked.ts";
import { leftOpen } from "../canned/canned.ts";
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
  /** Files of the reply; a note has none. */
  readonly picked: Picked | null;
  readonly sendable: boolean;
  readonly choose: (mode: Draft["mode"]) => void;
  readonly write: (text: string, more?: Partial<Draft>) => void;
  readonly change: (change: Partial<Draft>) => void;
  /** Whether there was something to send. */
  readonly send: () => boolean;
}

function messageOf({ steps, articles, origin }: Draft, mode: Draft["mode"], text: string): Message {
  if (mode === "note") return { kind: "note", text };
  return {
    kind: "reply",
    text,
    ...(steps === null ? {} : { then: steps }),
    ...(articles.length === 0 ? {} : { articles: articles.map(({ slug }) => slug) }),
    ...(origin === null ? {} : { draft: origin }),
  };
}

/** Whether there are words or files, and all of the files are there. */
function saysSomething(text: string, files: Picked | null): boolean {
  if (files === null) return text.trim() !== "";
  return !isBusy(files) && (text.trim() !== "" || hasFiles(files));
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
  const picked = usePicked(conversation);
  const files = mode === "reply" ? picked : null;
  const sendable = saysSomething(text, files) && over <= 0 && open.length === 0;
  return {
    draft,
    mode,
    text,
    over,
    open,
    picked: files,
    sendable,
    change,
    choose: (wanted) => {
      if (canReply) change({ mode: wanted });
    },
    write: (next, more) => {
      change({ [mode]: next, ...more });
      tellTyping(mode);
    },
    send: () => {
      if (!sendable) return false;
      const along = files === null ? {} : takenAlong(files);
      outgoing.add(conversation, { ...messageOf(draft, mode, text.trim()), ...along });
      change({ [mode]: "" });
      return true;
    },
  };
}
