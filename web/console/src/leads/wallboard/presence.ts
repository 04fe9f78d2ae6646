/** Agents as leads see them. */
import type { Priority, Status } from "../../wire.ts";

export type PriorityClass = Priority;

export interface Presence {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly levels: Readonly<Record<string, number>>;
  readonly teams: readonly string[];
  readonly capacity: number;
  readonly channel_capacity: Readonly<Record<string, number>>;
  readonly status: Status;
  /** Takes chats now. */
  readonly here: boolean;
  readonly load: number;
}

/** Online by their own word, but their console has not been heard of. */
export type Seen = Status | "silent";

export function seenAs({ status, here }: Presence): Seen {
  return status === "online" && !here ? "silent" : status;
}

const ORDER: readonly Seen[] = ["online", "silent", "away", "away_reassign", "offline"];

/** Those who are here first, the busiest of them on top. */
export function inOrder(agents: readonly Presence[]): Presence[] {
  const fullness = ({ load, capacity }: Presence): number => load / Math.max(1, capacity);
  return [...agents].sort(
    (a, b) =>
      ORDER.indexOf(seenAs(a)) - ORDER.indexOf(seenAs(b)) ||
      fullness(b) - fullness(a) ||
      a.name.localeCompare(b.name),
  );
}
