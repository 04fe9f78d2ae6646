/** Files may be dropped anywhere on the chat. */

import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { filesOf } from "./attach.tsx";
import { useSurroundings } from "./context.ts";
import { Icon } from "./icons.tsx";

/** Listens to the element around it, and covers it while files hover there. */
export function DropZone({ active }: { readonly active: boolean }): JSX.Element {
  const { widget, texts } = useSurroundings();
  const zone = useRef<HTMLParagraphElement | null>(null);
  const [hovers, setHovers] = useState(false);
  useEffect(() => {
    const around = zone.current?.parentElement;
    if (!active || !around) return undefined;
    const listening = new AbortController();
    const on = (type: "dragover" | "dragleave" | "drop", run: (event: DragEvent) => void): void => {
      around.addEventListener(type, run, { signal: listening.signal });
    };
    on("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      setHovers(true);
    });
    on("dragleave", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && around.contains(relatedTarget))) setHovers(false);
    });
    on("drop", (event) => {
      setHovers(false);
      const files = filesOf(event.dataTransfer);
      if (files.length === 0) return;
      event.preventDefault();
      widget.client.files.tray.add(files);
    });
    return () => {
      listening.abort();
    };
  }, [active, widget]);
  return (
    <p class="drop-zone" ref={zone} hidden={!hovers}>
      <Icon name="clip" />
      {texts.dropHere}
    </p>
  );
}
