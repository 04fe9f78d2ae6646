/** Unsent text, kept per agent and conversation over reloads and log-outs, for a week. */
import type { Clock, Storage } from "@lotse/sdk";
import { without } from "../record.ts";

export interface Draft {
  readonly mode: "reply" | "note";
  readonly reply: string;
  readonly note: string;
}
interface KeptDraft extends Draft {
  readonly at: number;
}
type Kept = Record<string, KeptDraft>;

export const NO_DRAFT: Draft = { mode: "reply", reply: "", note: "" };
const WEEK_MS = 7 * 24 * 3_600_000;

export class Drafts {
  readonly #key: string;

  constructor(
    agentId: string,
    private readonly storage: Storage,
    private readonly clock: Pick<Clock, "now">,
  ) {
    this.#key = `lotse.console.drafts.${agentId}`;
  }

  of(conversation: string): Draft {
    const kept = this.#read()[conversation];
    return kept === undefined ? NO_DRAFT : { mode: kept.mode, reply: kept.reply, note: kept.note };
  }

  keep(conversation: string, draft: Draft): void {
    const others = without(this.#read(), conversation);
    const isEmpty = draft.reply === "" && draft.note === "";
    const next: Kept = isEmpty ? others : { ...others, [conversation]: { ...draft, at: this.clock.now() } };
    this.storage.write(this.#key, JSON.stringify(next));
  }

  /** Another tab may have written meanwhile: the store is read each time. */
  #read(): Kept {
    try {
      const kept = JSON.parse(this.storage.read(this.#key) ?? "{}") as Kept;
      const oldest = this.clock.now() - WEEK_MS;
      return Object.fromEntries(Object.entries(kept).filter(([, draft]) => draft.at >= oldest));
    } catch {
      return {};
    }
  }
}
