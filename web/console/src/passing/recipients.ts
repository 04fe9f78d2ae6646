/** To whom a conversation can go, the likeliest first. */
import type { Colleague } from "./team.ts";

export interface Reachable {
  readonly who: Colleague;
  /** Why not, if not. */
  readonly hindrance: "absent" | "full" | null;
}

function hindranceOf(who: Colleague): Reachable["hindrance"] {
  if (!who.here) return "absent";
  return who.load >= who.capacity ? "full" : null;
}

/** Those who can take it, by how much room they have; then the others by name. */
export function reachable(agents: readonly Colleague[], me: string): Reachable[] {
  const share = ({ load, capacity }: Colleague): number => load / Math.max(1, capacity);
  return agents
    .filter(({ id }) => id !== me)
    .map((who) => ({ who, hindrance: hindranceOf(who) }))
    .sort(
      (a, b) =>
        Number(a.hindrance !== null) - Number(b.hindrance !== null) ||
        (a.hindrance === null ? share(a.who) - share(b.who) : 0) ||
        a.who.name.localeCompare(b.who.name),
    );
}
