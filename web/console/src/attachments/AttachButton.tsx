import { ACCEPTED, type Uploads } from "@lotse/sdk";
import { type ReactElement, useRef } from "react";
import { useCommand } from "../keyboard/registry.ts";
import { IconButton } from "../kit/IconButton.tsx";
import { useWords } from "../words/words.ts";

export function AttachButton({ tray }: { readonly tray: Uploads }): ReactElement {
  const { attachments } = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  const choose = (): void => {
    chooser.current?.click();
  };
  useCommand("attach", choose);
  return (
    <>
      <IconButton label={attachments.attach} icon="clip" onPress={choose} />
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        aria-label={attachments.attach}
        onChange={({ currentTarget }) => {
          tray.add([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
    </>
  );
}
