/** Canned replies from the server, and ways to change them. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { composing } from "../api/composing.ts";
import { keys } from "../api/keys.ts";
import type { CannedReplies, Values, Wording } from "./canned.ts";

const NONE: CannedReplies = { replies: [], variables: [], teams: [] };

export function useCannedReplies(wanted = true): CannedReplies {
  const { data } = useQuery({ queryKey: keys.canned, queryFn: composing.cannedReplies, enabled: wanted });
  return data ?? NONE;
}

/** Asked for when they are needed: the payout may have moved on since. */
export function useCannedValues(conversation: string): (language: "de" | "en") => Promise<Values> {
  const cache = useQueryClient();
  return async (language) => {
    const key = keys.cannedValues(conversation);
    const values = await cache.query({ queryKey: key, queryFn: () => composing.cannedValues(conversation), staleTime: 30_000 });
    return values[language];
  };
}

export interface CannedChanges {
  readonly put: (id: string, wording: Wording, done: () => void) => void;
  readonly remove: (id: string, done: () => void) => void;
  readonly pending: boolean;
  readonly error: unknown;
  readonly forget: () => void;
}

interface Change {
  readonly id: string;
  readonly wording: Wording | null;
}

export function useCannedChanges(): CannedChanges {
  const cache = useQueryClient();
  const doing = useMutation({
    mutationFn: async ({ id, wording }: Change): Promise<void> => {
      await (wording === null ? composing.removeCannedReply(id) : composing.putCannedReply(id, wording));
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.canned }),
  });
  const change = (made: Change, done: () => void): void => {
    if (!doing.isPending) doing.mutate(made, { onSuccess: done });
  };
  return {
    put: (id, wording, done) => {
      change({ id, wording }, done);
    },
    remove: (id, done) => {
      change({ id, wording: null }, done);
    },
    pending: doing.isPending,
    error: doing.error,
    forget: doing.reset,
  };
}
