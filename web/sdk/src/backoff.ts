/** How long to wait before the next try: doubling, with jitter so that clients do not return in step. */

export interface BackoffLimits {
  readonly firstMs: number;
  readonly mostMs: number;
}

export const DEFAULT_LIMITS: BackoffLimits = { firstMs: 500, mostMs: 15_000 };

/** The wait after `failures` tries in a row (1 or more): half fixed, half random. */
export function backoff(failures: number, random: number, limits: BackoffLimits = DEFAULT_LIMITS): number {
  const ceiling = Math.min(limits.mostMs, limits.firstMs * 2 ** Math.min(failures - 1, 20));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
