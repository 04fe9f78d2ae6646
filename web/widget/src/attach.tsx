/** Files for the next message: picked, dropped or pasted, each with its progress. */

import { ACCEPTED, fileSize } from "@lotse/sdk";
import type { Upload } from "@lotse/sdk";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { useSurroundings } from "./context.ts";
import { Icon } from "./icons.tsx";

/** Trouble that may pass. */
const PASSING = new Set(["no_answer", "too_many_requests", "unavailable", "internal"]);

export function Attach({ disabled }: { readonly disabled: boolean }): JSX.Element {
  const { widget, texts } = useSurroundings();
  const chooser = useRef<HTMLInputElement | null>(null);
  return (
    <>
      <button type="button" class="attach" aria-label={texts.attach} title={texts.attach} disabled={disabled} onClick={() => chooser.current?.click()}>
        <Icon name="clip" />
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        aria-label={texts.attach}
        onChange={({ currentTarget }) => {
          widget.client.files.tray.add([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
    </>
  );
}

export function Tray({ uploads }: { readonly uploads: readonly Upload[] }): JSX.Element | null {
  const { texts } = useSurroundings();
  if (uploads.length === 0) return null;
  return (
    <ul class="tray" aria-label={texts.attached}>
      {uploads.map((upload) => (
        <Picked key={upload.id} upload={upload} />
      ))}
    </ul>
  );
}

function Picked({ upload }: { readonly upload: Upload }): JSX.Element {
  const { widget, texts } = useSurroundings();
  const { id, name, state, error } = upload;
  return (
    <li class={`picked is-${state}`}>
      <Thumbnail upload={upload} />
      <div class="about">
        <p class="file-name" dir="auto">
          {name}
        </p>
        <Standing upload={upload} />
      </div>
      {state === "failed" && PASSING.has(error ?? "") && (
        <button type="button" class="small" aria-label={texts.retryFile(name)} title={texts.retry} onClick={() => { widget.client.files.tray.retry(id); }}>
          <Icon name="again" />
        </button>
      )}
      <button type="button" class="small" aria-label={texts.removeFile(name)} title={texts.removeFile(name)} onClick={() => { widget.client.files.tray.remove(id); }}>
        <Icon name="close" />
      </button>
    </li>
  );
}

function Standing({ upload: { name, size, state, progress, error } }: { readonly upload: Upload }): JSX.Element {
  const { texts, language } = useSurroundings();
  if (state === "sending") return <progress value={progress} max={1} aria-label={texts.uploading(name)} />;
  if (state === "ready") {
    return (
      <p class="about-file" role="status">
        <span class="aside">{texts.uploaded}: </span>
        {fileSize(size, language)}
      </p>
    );
  }
  const { fileFailures } = texts;
  const known = error !== null && Object.hasOwn(fileFailures, error) ? (error as keyof typeof fileFailures) : "other";
  return (
    <p class="about-file" role="alert">
      {fileFailures[known]}
    </p>
  );
}

/** What was picked, as far as the page around lets us show it. */
function Thumbnail({ upload: { id } }: { readonly upload: Upload }): JSX.Element {
  const { widget } = useSurroundings();
  const file = widget.client.files.tray.local(id);
  const picture = file instanceof Blob && /^image\/(?:png|jpeg|webp|gif)$/.test(file.type) ? file : null;
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (picture === null) return undefined;
    const made = URL.createObjectURL(picture);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [picture]);
  if (address === null) return <Icon name={picture === null ? "article" : "picture"} />;
  return <img src={address} alt="" width={40} height={40} onError={() => { setAddress(null); }} />;
}

export function filesOf(transfer: DataTransfer | null): readonly File[] {
  return [...(transfer?.files ?? [])];
}
