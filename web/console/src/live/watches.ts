/** Conversations whose events come in, each from where its log ends here. */
import type { QueryClient } from "@tanstack/react-query";
import { keys } from "../api/keys.ts";
import type { Detail } from "../conversation/detail.ts";
import type { AgentFrame } from "../frames.ts";

export class Watches {
  readonly #watched = new Set<string>();

  constructor(
    private readonly cache: QueryClient,
    private readonly send: (frame: AgentFrame) => unknown,
  ) {}

  watch(conversation: string): () => void {
    this.#watched.add(conversation);
    this.#ask(conversation);
    return () => {
      this.#watched.delete(conversation);
      this.send({ type: "unwatch", conversation });
    };
  }

  /** After a time without connection: everything once more. */
  again(): void {
    for (const conversation of this.#watched) this.#ask(conversation);
  }

  #ask(conversation: string): void {
    const after = this.cache.getQueryData<Detail>(keys.detail(conversation))?.log.last ?? 0;
    this.send({ type: "watch", conversation, after });
  }
}
