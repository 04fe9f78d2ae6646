import { type AttachedFile, fileSize } from "@lotse/sdk";
import { type ReactElement, useState } from "react";
import { Icon } from "../kit/Icon.tsx";
import { useSettings } from "../settings/settings.ts";
import { useWords } from "../words/words.ts";
import { fileAddress, kindOf, previewAddress, room } from "./address.ts";

interface Props {
  readonly file: AttachedFile;
  readonly conversation: string;
}

/** A file with its picture where it is one, its kind and size; a press saves it. */
export function AttachmentPart({ file, conversation }: Props): ReactElement {
  const { attachments } = useWords();
  const { language } = useSettings();
  const [shown, setShown] = useState(previewAddress(conversation, file));
  return (
    <a
      className="card attachment"
      href={fileAddress(conversation, file)}
      download={file.name}
      aria-label={attachments.download(file.name, fileSize(file.size, language))}
    >
      {shown !== null && (
        <img
          src={shown}
          alt={file.name}
          {...room(file)}
          loading="lazy"
          onError={() => {
            setShown(null);
          }}
        />
      )}
      <FileLine file={file} />
    </a>
  );
}

/** The same of a file that nobody has got yet. */
export function FileLine({ file }: { readonly file: AttachedFile }): ReactElement {
  const { language } = useSettings();
  return (
    <span className="attachment-line">
      <Icon name="clip" />
      <span className="attachment-name" dir="auto">
        {file.name}
      </span>
      <span className="attachment-about">
        {kindOf(file)} · {fileSize(file.size, language)}
      </span>
    </span>
  );
}
