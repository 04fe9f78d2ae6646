/** The way of a payout as a drawing: a stop for each state, further apart the longer it took. */
import type { PayoutStep } from "../wire.ts";

export interface Stop {
  readonly x: number;
  readonly state: string;
  readonly at: string;
}

const [LEFT, RIGHT] = [6, 234] as const;

/** What took a month must not press what took minutes into one dot: the square root keeps both to be seen. */
export function stopsOf(history: readonly PayoutStep[]): Stop[] {
  const steps = [...history].sort((a, b) => a.at.localeCompare(b.at));
  const gaps = steps.slice(1).map(({ at }, index) => 1 + Math.sqrt((Date.parse(at) - Date.parse(steps[index]?.at ?? at)) / 3_600_000));
  const whole = gaps.reduce((sum, gap) => sum + gap, 0);
  let passed = 0;
  return steps.map(({ state, at }, index) => {
    passed += index === 0 ? 0 : (gaps[index - 1] ?? 0);
    return { state, at, x: whole === 0 ? LEFT : LEFT + ((RIGHT - LEFT) * passed) / whole };
  });
}
