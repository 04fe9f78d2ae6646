/** The end of a session: by the agent's will, or because the server no longer knows them. */
import type { QueryClient } from "@tanstack/react-query";
import { DeskRefusal } from "../api/http.ts";
import { keys } from "../api/keys.ts";
import { createStore } from "../store.ts";
import type { Agent } from "../wire.ts";

/** `ended`: the server no longer knows us, though nobody logged out. */
export type Ending = "none" | "ended";
export const ending = createStore<Ending>("none");

export function leave(cache: QueryClient, why: Ending): void {
  ending.set(why);
  cache.setQueryData<Agent | null>(keys.me, null);
  // What the last agent saw is nobody else's; it goes once nothing shows it any more.
  setTimeout(() => {
    cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.me[0] });
  }, 0);
}

/** Whatever call finds out first that the session has ended: all of the console goes to the log-in page. */
export function leaveIfSignedOut(cache: QueryClient, error: unknown): void {
  const agent = cache.getQueryData<Agent | null>(keys.me) ?? null;
  if (agent !== null && error instanceof DeskRefusal && error.status === 401) leave(cache, "ended");
}
