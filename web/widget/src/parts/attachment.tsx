/** A file in a message: its picture where it is one, its name and size, and the way to save it. */

import { fileSize } from "@lotse/sdk";
import type { AttachedFile } from "@lotse/sdk";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

import { useSurroundings } from "../context.ts";
import { Icon } from "../icons.tsx";
import type { Widget } from "../widget.ts";

/** Room that a picture gets at most. */
const WIDEST = 280;
const TALLEST = 320;

const FREED_AFTER_MS = 60_000;

interface AttachmentProps {
  readonly file: AttachedFile;
  readonly conversation: string;
}

export function AttachmentPart({ file, conversation }: AttachmentProps): JSX.Element {
  const { widget, texts, language } = useSurroundings();
  const [failed, setFailed] = useState(false);
  const [address, hide] = usePicture(file, conversation);
  const size = fileSize(file.size, language);
  const onClick = (): void => {
    setFailed(false);
    save(widget, file, conversation).catch(() => { setFailed(true); });
  };
  return (
    <div class="card attachment">
      <button type="button" onClick={onClick} aria-label={`${texts.download(file.name)} (${size})`}>
        {address !== null && <Picture file={file} address={address} blocked={hide} />}
        <About file={file} size={size} />
      </button>
      {failed && <p class="about-file is-bad" role="alert">{texts.downloadFailed}</p>}
    </div>
  );
}

/** The same before the message is sent: only we have seen it yet. */
export function WaitingFile({ file }: { readonly file: AttachedFile }): JSX.Element {
  const { language } = useSurroundings();
  return (
    <div class="card attachment is-waiting">
      <About file={file} size={fileSize(file.size, language)} />
    </div>
  );
}

function About({ file, size }: { readonly file: AttachedFile; readonly size: string }): JSX.Element {
  return (
    <span class="file">
      <Icon name={file.width === null ? "article" : "picture"} />
      <span class="file-name" dir="auto">
        {file.name}
      </span>
      <span class="about-file">{size}</span>
    </span>
  );
}

interface PictureProps {
  readonly file: AttachedFile;
  readonly address: string;
  /** The page around allows no pictures of ours. */
  readonly blocked: () => void;
}

function Picture({ file, address, blocked }: PictureProps): JSX.Element {
  const [width, height] = room(file);
  return <img src={address} alt={file.name} width={width} height={height} onError={blocked} />;
}

function room({ width, height }: AttachedFile): readonly [number, number] {
  const [wide, tall] = [width ?? WIDEST, height ?? WIDEST];
  const scale = Math.min(1, WIDEST / wide, TALLEST / tall);
  return [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(tall * scale))];
}

/** The session fetches it: an address that anybody could open would be no secret. */
function usePicture({ id, width }: AttachedFile, conversation: string): readonly [string | null, () => void] {
  const { widget } = useSurroundings();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let gone = width === null;
    const show = (file: unknown): void => {
      if (gone || !(file instanceof Blob)) return;
      made = URL.createObjectURL(file);
      setAddress(made);
    };
    // Without it, name and size are there still.
    if (!gone) widget.client.files.fetch(conversation, id, true).then(show, () => undefined);
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [id, conversation]);
  return [address, () => { setAddress(null); }];
}

async function save({ client }: Widget, { id, name }: AttachedFile, conversation: string): Promise<void> {
  const file = await client.files.fetch(conversation, id, false);
  if (!(file instanceof Blob)) throw new Error("no file");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(link.href); }, FREED_AFTER_MS);
}
