/** The wallboard is told only to those who look at it. */
import type { QueryClient } from "@tanstack/react-query";
import type { AgentFrame } from "../frames.ts";
import { clock } from "./clock.ts";

export const WALLBOARD = ["wallboard"];

/** A moment's figures; what they are is said where they are shown. */
export interface Figures {
  readonly at: string;
}

export class WallboardWatch {
  #watchers = 0;

  constructor(
    private readonly cache: QueryClient,
    private readonly send: (frame: AgentFrame) => unknown,
  ) {}

  watch(): () => void {
    this.#watchers += 1;
    if (this.#watchers === 1) this.#tell();
    return () => {
      this.#watchers -= 1;
      if (this.#watchers === 0) this.#tell();
    };
  }

  /** The socket is a new one. */
  again(): void {
    if (this.#watchers > 0) this.#tell();
  }

  heard(figures: Figures): void {
    clock.heardOf(figures.at);
    this.cache.setQueryData(WALLBOARD, figures);
  }

  #tell(): void {
    this.send({ type: "watch_wallboard", on: this.#watchers > 0 });
  }
}
