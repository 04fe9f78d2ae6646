/** Times to put something off to, as people say them. */
export type Nap = "reply" | "hour" | "threeHours" | "tomorrow" | "monday" | "chosen";

export const NAPS: readonly Nap[] = ["reply", "hour", "threeHours", "tomorrow", "monday", "chosen"];
const HOUR_MS = 3_600_000;
const MORNING = 9;

function morning(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
}

function chosenTime(now: Date, chosen: string): Date | undefined {
  const at = new Date(chosen);
  return Number.isNaN(at.getTime()) || at <= now ? undefined : at;
}

const WAKES: Readonly<Record<Nap, (now: Date, chosen: string) => Date | null | undefined>> = {
  reply: () => null,
  hour: (now) => new Date(now.getTime() + HOUR_MS),
  threeHours: (now) => new Date(now.getTime() + 3 * HOUR_MS),
  tomorrow: (now) => morning(now, 1),
  monday: (now) => morning(now, (7 - now.getDay() + 1) % 7 || 7),
  chosen: chosenTime,
};

/** Null until the customer writes; undefined while no time has been chosen that lies ahead. */
export function wakesAt(nap: Nap, now: Date, chosen: string): Date | null | undefined {
  return WAKES[nap](now, chosen);
}
