/** The one way of a file to the server. */
import type { AttachedFile, LocalFile } from "@lotse/sdk";
import { accepted } from "../api/http.ts";
import { platform } from "../platform.ts";

/** Rejects with a DeskRefusal, or with the network's own error when no answer came. */
export async function upload(
  conversation: string,
  file: LocalFile,
  progress: (share: number) => void,
  stoppable: (cancel: () => void) => void,
): Promise<AttachedFile> {
  const url = `/v1/agent/conversations/${encodeURIComponent(conversation)}/attachments?name=${encodeURIComponent(file.name)}`;
  const headers = { "Content-Type": "application/octet-stream" };
  const transfer = platform.network.upload({ url, headers, file, progress });
  stoppable(() => {
    transfer.cancel();
  });
  return (accepted(await transfer.answer) as { readonly attachment: AttachedFile }).attachment;
}
