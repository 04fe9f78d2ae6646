/** Files on the server's side: kept when uploaded, part of a message once, refused by their names. */

import type { AttachedFile, Part } from "../../src/index.ts";
import type { Case, FakeLotse } from "./lotse.ts";
import type { Answered } from "./routes.ts";

export class FakeFiles {
  private readonly lotse: FakeLotse;
  /** Those that wait for their message. */
  readonly waiting = new Map<string, AttachedFile>();
  readonly sent = new Map<string, AttachedFile>();

  constructor(lotse: FakeLotse) {
    this.lotse = lotse;
  }

  upload(query: string, body: unknown): Answered {
    const name = new URLSearchParams(query).get("name") ?? "";
    if (name.endsWith(".svg")) return { status: 415, body: { title: "no", status: 415, code: "unsupported_file" } };
    const isPicture = name.endsWith(".png");
    const attachment: AttachedFile = {
      id: this.lotse.id(4),
      name,
      media_type: isPicture ? "image/png" : "application/pdf",
      size: (body as { readonly size: number }).size,
      width: isPicture ? 1200 : null,
      height: isPicture ? 800 : null,
    };
    this.waiting.set(attachment.id, attachment);
    return { status: 201, body: { attachment } };
  }

  /** Null when one of them was never uploaded, or was sent already. */
  take(ids: readonly string[]): readonly Part[] | null {
    const files = ids.map((id) => this.waiting.get(id));
    const found = files.filter((file) => file !== undefined);
    if (found.length < ids.length) return null;
    for (const file of found) {
      this.waiting.delete(file.id);
      this.sent.set(file.id, file);
    }
    return found.map((attachment) => ({ kind: "attachment", attachment }));
  }

  download(talk: Case, path: string): Answered {
    const [, , , , , id = ""] = path.split("/");
    const here = talk.events.some((event) => JSON.stringify(event).includes(id));
    const file = here ? this.sent.get(id) : undefined;
    return file === undefined ? { status: 404, body: null } : { status: 200, body: { of: file.name } };
  }
}
