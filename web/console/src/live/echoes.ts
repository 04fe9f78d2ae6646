/** A sent message leaves the outbox when its event is in the log; if none comes, the log is fetched. */
import type { QueryClient } from "@tanstack/react-query";
import { keys } from "../api/keys.ts";
import type { Detail } from "../conversation/detail.ts";
import { platform } from "../platform.ts";
import type { OutgoingMessages } from "./outgoing.ts";

const ECHO_WITHIN_MS = 1_500;

interface Echo {
  readonly conversation: string;
  readonly id: string;
  readonly seq: number;
}

export class Echoes {
  #expected: readonly Echo[] = [];

  constructor(
    private readonly cache: QueryClient,
    private readonly outgoing: OutgoingMessages,
  ) {}

  expect(conversation: string, id: string, seq: number): void {
    this.#expected = [...this.#expected, { conversation, id, seq }];
    // The outbox marks the message as sent only after this returns.
    platform.clock.after(0, () => {
      this.check(conversation);
    });
    platform.clock.after(ECHO_WITHIN_MS, () => void this.#fetchUnlessHeard(conversation, id));
  }

  check(conversation: string): void {
    const last = this.cache.getQueryData<Detail>(keys.detail(conversation))?.log.last ?? 0;
    const heard = this.#expected.filter((echo) => echo.conversation === conversation && echo.seq <= last);
    this.#forget(heard);
  }

  async #fetchUnlessHeard(conversation: string, id: string): Promise<void> {
    const missing = this.#expected.filter((echo) => echo.id === id);
    if (missing.length === 0) return;
    await this.cache.invalidateQueries({ queryKey: keys.detail(conversation), refetchType: "all" });
    this.#forget(missing);
  }

  #forget(echoes: readonly Echo[]): void {
    this.#expected = this.#expected.filter((echo) => !echoes.includes(echo));
    for (const { conversation, id } of echoes) this.outgoing.remove(conversation, id);
  }
}
