/** The wallboard as the server tells it (docs/wallboard.md), and what is made of it for the eye. */
import type { PriorityClass, Presence } from "./presence.ts";

export interface Flow {
  readonly asked: number;
  readonly taken: number;
  readonly abandoned: number;
  readonly dropped: number;
}
export interface Span extends Flow {
  readonly at: string;
}
export interface Line {
  readonly team: string | null;
  readonly priority: PriorityClass;
  readonly waiting: number;
  readonly oldest: string;
}
export interface Surge {
  readonly level: number;
  readonly extra_capacity: number;
  readonly widen: boolean;
  readonly offer_email: boolean;
  readonly stand_by: readonly string[];
}
export interface WallboardFigures {
  readonly at: string;
  readonly waiting: number;
  readonly oldest: string | null;
  readonly by_class: Readonly<Record<PriorityClass, number>>;
  readonly lines: readonly Line[];
  readonly at_risk: number;
  readonly missed: number;
  readonly places: number;
  readonly load: number;
  readonly agents: readonly Presence[];
  readonly since: string;
  readonly flow: Flow;
  readonly spans: readonly Span[];
  readonly span_s: number;
  readonly surge: Surge;
}

/** A bar of the chart of who waits: a team with how many of each class. */
export interface TeamLine extends Readonly<Record<PriorityClass, number>> {
  readonly team: string | null;
}

export function byTeam(lines: readonly Line[]): TeamLine[] {
  const teams = [...new Set(lines.map((line) => line.team))];
  const count = (team: string | null, priority: PriorityClass): number =>
    lines.find((line) => line.team === team && line.priority === priority)?.waiting ?? 0;
  return teams.map((team) => ({
    team,
    security: count(team, "security"),
    stuck: count(team, "stuck"),
    rest: count(team, "rest"),
  }));
}

/** Of those who asked, how many were taken; null where nobody asked. */
export function takenShare({ asked, taken }: Flow): number | null {
  return asked === 0 ? null : Math.min(1, taken / asked);
}
