/** The server's clock as far as its messages tell: waiting times must not depend on this computer's. */
const TOLERANCE_MS = 5_000;

export class ServerClock {
  #offset = 0;

  constructor(private readonly local: () => number = Date.now) {}

  now(): number {
    return this.local() + this.#offset;
  }

  /** `at` is when something happened that we hear of now: never in the future, so a time ahead of ours tells. */
  heardOf(at: string): void {
    const lead = Date.parse(at) - this.now();
    if (lead > TOLERANCE_MS) this.#offset += lead;
  }

  secondsSince(at: string): number {
    return (this.now() - Date.parse(at)) / 1000;
  }
}

export const clock = new ServerClock();
