/** Who is signed in, and why nobody is. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/agent.ts";
import { DeskRefusal } from "../api/http.ts";
import { keys } from "../api/keys.ts";
import { Drafts } from "../composer/drafts.ts";
import { platform } from "../platform.ts";
import { useStore } from "../store.ts";
import type { Agent } from "../wire.ts";
import { type Ending, ending, leave } from "./leave.ts";

export function useEnding(): Ending {
  return useStore(ending);
}

export type Session =
  | { readonly kind: "unknown" }
  | { readonly kind: "unreachable"; readonly retry: () => void }
  | { readonly kind: "out" }
  | { readonly kind: "in"; readonly agent: Agent };

export function useSession(): Session {
  const { data, error, refetch } = useQuery<Agent | null>({
    queryKey: keys.me,
    queryFn: async () => {
      try {
        return await api.me();
      } catch (refused) {
        if (refused instanceof DeskRefusal && refused.status === 401) return null;
        throw refused;
      }
    },
  });
  if (data === null) return { kind: "out" };
  if (data !== undefined) return { kind: "in", agent: data };
  return error === null ? { kind: "unknown" } : { kind: "unreachable", retry: () => void refetch() };
}

export interface Leaving {
  /** The server no longer accepts us. */
  readonly end: () => void;
  readonly logOut: () => void;
}

export function useLeaving(): Leaving {
  const cache = useQueryClient();
  return {
    end: () => {
      leave(cache, "ended");
    },
    logOut: () => {
      const me = cache.getQueryData<Agent | null>(keys.me) ?? null;
      void api
        .logout()
        .catch(() => undefined)
        .finally(() => {
          if (me !== null) new Drafts(me.id, platform.storage, platform.clock).forget();
          leave(cache, "none");
        });
    },
  };
}

export function useEntering(): (agent: Agent) => void {
  const cache = useQueryClient();
  return (agent) => {
    ending.set("none");
    cache.setQueryData(keys.me, agent);
  };
}
