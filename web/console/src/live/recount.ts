/** Counters that cannot be told from the rows at hand are asked for, once per burst of news. */
import type { QueryClient } from "@tanstack/react-query";
import { api } from "../api/agent.ts";
import { putCounts } from "../api/cache.ts";
import { platform } from "../platform.ts";

const AFTER_MS = 400;

export class Recount {
  #cancel: (() => void) | null = null;

  constructor(private readonly cache: QueryClient) {}

  soon(): void {
    this.#cancel ??= platform.clock.after(AFTER_MS, () => {
      this.#cancel = null;
      void this.#now();
    });
  }

  stop(): void {
    this.#cancel?.();
  }

  async #now(): Promise<void> {
    try {
      putCounts(this.cache, await api.counts());
    } catch {
      // The next news asks again.
    }
  }
}
