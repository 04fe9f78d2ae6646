/** The agent's own status, which they may have changed elsewhere. */
import type { QueryClient } from "@tanstack/react-query";
import { keys } from "../api/keys.ts";
import type { Agent, Status } from "../wire.ts";

export function heardStatus(cache: QueryClient, status: Status | null): void {
  const me = cache.getQueryData<Agent>(keys.me);
  if (status !== null && me !== undefined && me.status !== status) cache.setQueryData(keys.me, { ...me, status });
}
