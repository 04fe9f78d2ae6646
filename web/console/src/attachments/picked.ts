/** Files picked for the next reply, a tray per conversation, for as long as the agent is signed in. */
import { type Upload, Uploads } from "@lotse/sdk";
import { platform } from "../platform.ts";
import { without } from "../record.ts";
import { createStore, type Store } from "../store.ts";
import { upload } from "./upload.ts";

type Trays = Readonly<Record<string, readonly Upload[]>>;
const NONE: readonly Upload[] = [];

export class PickedFiles {
  readonly trays: Store<Trays> = createStore<Trays>({});
  readonly #uploads = new Map<string, Uploads>();

  /** Ways to add to a conversation's tray and to take from it. */
  of(conversation: string): Uploads {
    const known = this.#uploads.get(conversation);
    if (known !== undefined) return known;
    const { trays } = this;
    const made = new Uploads(
      {
        get uploads() {
          return trays.get()[conversation] ?? NONE;
        },
        show: (uploads) => {
          trays.set((before) => (uploads.length === 0 ? without(before, conversation) : { ...before, [conversation]: uploads }));
        },
        send: (file, progress, stoppable) => upload(conversation, file, progress, stoppable),
      },
      platform,
    );
    this.#uploads.set(conversation, made);
    return made;
  }

  /** The agent left: nothing goes on being uploaded. */
  close(): void {
    for (const uploads of this.#uploads.values()) uploads.clear();
  }
}

export function trayOf(trays: Trays, conversation: string): readonly Upload[] {
  return trays[conversation] ?? NONE;
}
