/** Files as they travel in messages, and what may be sent. */

/** A file in a message; only pictures have a width, a height and a preview. */
export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
}

export interface AttachmentPart {
  readonly kind: "attachment";
  readonly attachment: AttachedFile;
}

/** Bytes of one file; the server refuses more. */
export const FILE_LIMIT = 10 * 1024 * 1024;

/** Files of one message. */
export const FILES_LIMIT = 5;

/** What a file chooser offers; what a file really is, the server finds out. */
export const ACCEPTED = "image/png,image/jpeg,image/webp,image/gif,.pdf,.txt,.csv,.log,.md,.docx,.xlsx,.pptx,.odt,.ods,.odp";

/** A size as people say it, in the numbers of their language. */
export function fileSize(bytes: number, language: string): string {
  const [amount, unit] = bytes < 1024 * 1024 ? [bytes / 1024, "kilobyte"] : [bytes / 1024 / 1024, "megabyte"];
  const digits = amount < 10 && unit === "megabyte" ? 1 : 0;
  const format = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: digits });
  return format.format(Math.max(amount, 1));
}
