import { fileSize, type Upload } from "@lotse/sdk";
import type { ReactElement } from "react";
import { Icon } from "../kit/Icon.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import { useSettings } from "../settings/settings.ts";
import { term, useWords } from "../words/words.ts";
import type { Picked } from "./usePicked.ts";

/** Trouble that may pass. */
const PASSING: ReadonlySet<string> = new Set(["no_answer", "too_many_requests", "unavailable", "internal"]);

/** Files for the next reply, each with how far it is. */
export function Tray({ picked: { uploads, tray } }: { readonly picked: Picked }): ReactElement | null {
  const { attachments } = useWords();
  if (uploads.length === 0) return null;
  return (
    <ul className="tray" aria-label={attachments.tray}>
      {uploads.map((upload) => (
        <li key={upload.id} className="tray-file" data-state={upload.state}>
          <Icon name="clip" />
          <span className="tray-name" dir="auto">
            {upload.name}
          </span>
          <Standing upload={upload} />
          {upload.state === "failed" && PASSING.has(upload.error ?? "") && (
            <IconButton
              label={attachments.retry(upload.name)}
              icon="return"
              onPress={() => {
                tray.retry(upload.id);
              }}
            />
          )}
          <IconButton
            label={attachments.remove(upload.name)}
            icon="close"
            onPress={() => {
              tray.remove(upload.id);
            }}
          />
        </li>
      ))}
    </ul>
  );
}

function Standing({ upload: { name, size, state, progress, error } }: { readonly upload: Upload }): ReactElement {
  const { attachments } = useWords();
  const { language } = useSettings();
  switch (state) {
    case "sending":
      return <progress value={progress} max={1} aria-label={attachments.uploading(name)} />;
    case "ready":
      return (
        <span className="tray-about" role="status">
          <span className="hidden">{attachments.ready}: </span>
          {fileSize(size, language)}
        </span>
      );
    case "failed":
      return (
        <span className="tray-about" role="alert">
          {Object.hasOwn(attachments.failures, error ?? "") ? term(attachments.failures, error ?? "") : attachments.failed}
        </span>
      );
  }
}
