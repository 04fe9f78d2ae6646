/** Unsent text, kept per agent and conversation over reloads, for a week; gone at log-out. */
import type { Clock, Storage } from "@lotse/sdk";
import type { Steps } from "../canned/canned.ts";
import type { LinkedArticle, Source } from "../drafting/draft.ts";
import { without } from "../record.ts";

/** What goes with a reply beside its text. */
export interface Extras {
  /** What the macro in it does once it is sent. */
  readonly steps: Steps | null;
  /** Help pages shown below the words. */
  readonly articles: readonly LinkedArticle[];
  /** The draft that the words began as. */
  readonly origin: string | null;
  /** Where that draft comes from. */
  readonly sources: readonly Source[];
  /** Findings of the second look that the agent lets stand. */
  readonly ignored: readonly string[];
}

export interface Draft extends Extras {
  readonly mode: "reply" | "note";
  readonly reply: string;
  readonly note: string;
}
interface KeptDraft {
  readonly draft: Partial<Draft>;
  readonly at: number;
}
type Kept = Record<string, KeptDraft>;

export const NO_EXTRAS: Extras = { steps: null, articles: [], origin: null, sources: [], ignored: [] };
export const NO_DRAFT: Draft = { mode: "reply", reply: "", note: "", ...NO_EXTRAS };
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
    if (kept === undefined) return NO_DRAFT;
    // What an older page has kept lacks what came later.
    return { ...NO_DRAFT, ...kept.draft };
  }

  keep(conversation: string, draft: Draft): void {
    const others = without(this.#read(), conversation);
    const isEmpty = draft.reply === "" && draft.note === "";
    const next: Kept = isEmpty ? others : { ...others, [conversation]: { draft, at: this.clock.now() } };
    this.storage.write(this.#key, JSON.stringify(next));
  }

  /** The agent logs out: nobody finds their unsent words on this machine. */
  forget(): void {
    this.storage.remove(this.#key);
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
