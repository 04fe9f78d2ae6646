import type { ReactElement } from "react";
import { Icon } from "../kit/Icon.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import { useStore } from "../store.ts";
import { useWords } from "../words/words.ts";
import { dismiss, notices } from "./notices.ts";

export function Notices(): ReactElement {
  const shown = useStore(notices);
  const { shell } = useWords();
  return (
    <div className="notices" role="alert">
      {shown.map(({ id, text }) => (
        <p key={id} className="notice">
          <Icon name="alert" />
          <span>{text}</span>
          <IconButton
            icon="close"
            label={shell.dismiss}
            onPress={() => {
              dismiss(id);
            }}
          />
        </p>
      ))}
    </div>
  );
}
