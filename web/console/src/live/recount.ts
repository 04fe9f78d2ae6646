/** Numbers of rows that cannot be told from those at hand are asked for: once per burst of news, and as time passes. */
import type { QueryClient } from "@tanstack/react-query";
import { api } from "../api/agent.ts";
import { putViews } from "../api/cache.ts";
import { platform } from "../platform.ts";

const AFTER_MS = 400;
/** What is due comes nearer though nothing happens. */
const EVERY_MS = 60_000;

export class Recount {
  #cancel: (() => void) | null = null;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(private readonly cache: QueryClient) {}

  start(): void {
    this.#timer ??= setInterval(() => void this.#now(), EVERY_MS);
  }

  soon(): void {
    this.#cancel ??= platform.clock.after(AFTER_MS, () => {
      this.#cancel = null;
      void this.#now();
    });
  }

  stop(): void {
    this.#cancel?.();
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  async #now(): Promise<void> {
    try {
      putViews(this.cache, await api.views());
    } catch {
      // The next news asks again.
    }
  }
}
