import type { ReactElement } from "react";
import { DropZone } from "./DropZone.tsx";
import { Tray } from "./Tray.tsx";
import type { Picked } from "./usePicked.ts";

/** Files of a reply; a note has none. */
export function Attachments({ picked }: { readonly picked: Picked | null }): ReactElement | null {
  if (picked === null) return null;
  return (
    <>
      <DropZone tray={picked.tray} />
      <Tray picked={picked} />
    </>
  );
}
