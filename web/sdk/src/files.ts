/** The customer's files: those for the next message, and those of messages. */

import type { CustomerApi } from "./customer-api.ts";
import type { Platform } from "./ports.ts";
import type { Store } from "./state.ts";
import { Uploads, type UploadsOwner } from "./uploads.ts";

type Call = <T>(use: (token: string) => Promise<T>) => Promise<T>;

export class Files {
  /** Picked for the next message. */
  readonly tray: Uploads;
  private readonly call: Call;
  private readonly api: CustomerApi;

  constructor(call: Call, api: CustomerApi, store: Store, platform: Platform) {
    this.call = call;
    this.api = api;
    const owner: UploadsOwner = {
      get uploads() {
        return store.value.uploads;
      },
      show: (uploads) => {
        store.set({ uploads });
      },
      send: (file, progress, stoppable) =>
        call((token) => {
          const conversation = store.value.current?.conversation.id ?? "";
          const { answer, cancel } = api.upload(token, conversation, file, progress);
          stoppable(cancel);
          return answer;
        }),
    };
    this.tray = new Uploads(owner, platform);
  }

  /** A file of a message, or a small picture of it, as the platform holds files. */
  fetch(conversation: string, id: string, preview: boolean): Promise<unknown> {
    return this.call((token) => this.api.attachment(token, conversation, id, preview));
  }
}
