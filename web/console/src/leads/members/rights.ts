/** What an agent may do to the team's list; the server guards it as well. */
import { useDesk } from "../../live/DeskContext.tsx";
import { useLeadsWords } from "../words/words.ts";

export interface Rights {
  /** Adds people, gives roles, shuts out. */
  readonly admin: boolean;
  readonly edits: boolean;
  /** The sentence that says so. */
  readonly words: string;
}

export function useRights(): Rights {
  const { lead: words } = useLeadsWords().members;
  switch (useDesk().agent.role) {
    case "admin":
      return { admin: true, edits: true, words: words.admin };
    case "lead":
      return { admin: false, edits: true, words: words.lead };
    default:
      return { admin: false, edits: false, words: words.auditor };
  }
}
