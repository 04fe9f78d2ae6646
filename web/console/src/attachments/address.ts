/** Where the files of a conversation are; the agent's cookie opens them. */
import type { AttachedFile } from "@lotse/sdk";

export function fileAddress(conversation: string, { id }: AttachedFile): string {
  return `/v1/agent/conversations/${encodeURIComponent(conversation)}/attachments/${encodeURIComponent(id)}`;
}

export function previewAddress(conversation: string, file: AttachedFile): string | null {
  return file.width === null ? null : `${fileAddress(conversation, file)}/preview`;
}

const WIDEST = 320;
const TALLEST = 280;

/** The room a picture gets before it has come: nothing jumps when it does. */
export function room({ width, height }: AttachedFile): { readonly width: number; readonly height: number } {
  const [wide, tall] = [width ?? WIDEST, height ?? TALLEST];
  const scale = Math.min(1, WIDEST / wide, TALLEST / tall);
  return { width: Math.max(1, Math.round(wide * scale)), height: Math.max(1, Math.round(tall * scale)) };
}

/** A kind of file as people call it. */
export function kindOf({ name }: AttachedFile): string {
  return name.slice(name.lastIndexOf(".") + 1).toUpperCase();
}
