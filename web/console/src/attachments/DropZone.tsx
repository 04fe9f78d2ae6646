import type { Uploads } from "@lotse/sdk";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { Icon } from "../kit/Icon.tsx";
import { useWords } from "../words/words.ts";

const AROUND = ".talk";

/** Files may be dropped anywhere on the conversation, or pasted into its reply. */
export function DropZone({ tray }: { readonly tray: Uploads }): ReactElement {
  const { attachments } = useWords();
  const zone = useRef<HTMLParagraphElement>(null);
  const [hovers, setHovers] = useState(false);
  useEffect(() => {
    const around = zone.current?.closest<HTMLElement>(AROUND);
    return around ? listening(around, tray, setHovers) : undefined;
  }, [tray]);
  return (
    <p className="drop-zone" ref={zone} hidden={!hovers}>
      <Icon name="clip" />
      {attachments.drop}
    </p>
  );
}

function listening(around: HTMLElement, tray: Uploads, hover: (hovers: boolean) => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const take = (event: Event, transfer: DataTransfer | null): void => {
    const files = [...(transfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    tray.add(files);
  };
  around.addEventListener(
    "dragover",
    (event) => {
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      hover(true);
    },
    { signal },
  );
  around.addEventListener(
    "dragleave",
    ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && around.contains(relatedTarget))) hover(false);
    },
    { signal },
  );
  around.addEventListener(
    "drop",
    (event) => {
      hover(false);
      take(event, event.dataTransfer);
    },
    { signal },
  );
  around.addEventListener("paste", (event) => { take(event, event.clipboardData); }, { signal });
  return () => {
    ending.abort();
  };
}
