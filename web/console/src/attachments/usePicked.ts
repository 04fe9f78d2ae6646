import type { AttachedFile, Upload, Uploads } from "@lotse/sdk";
import { useDesk } from "../live/DeskContext.tsx";
import { useStore } from "../store.ts";
import { trayOf } from "./picked.ts";

export interface Picked {
  readonly uploads: readonly Upload[];
  readonly tray: Uploads;
}

/** Files for the next reply in a conversation. */
export function usePicked(conversation: string): Picked {
  const { files } = useDesk();
  return { uploads: trayOf(useStore(files.trays), conversation), tray: files.of(conversation) };
}

/** Something is under way still: a reply waits for it. */
export function isBusy({ uploads }: Picked): boolean {
  return uploads.some(({ state }) => state === "sending");
}

export function hasFiles({ uploads }: Picked): boolean {
  return uploads.some(({ state }) => state === "ready");
}

/** What is ready goes with the reply. */
export function takenAlong({ tray }: Picked): { readonly attachments?: readonly AttachedFile[] } {
  const attachments = tray.take();
  return attachments.length === 0 ? {} : { attachments };
}
