/** Whether the agent takes chats: shown as chosen while it is on its way. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/agent.ts";
import { keys } from "../api/keys.ts";
import type { Agent, Status } from "../wire.ts";
import { refusalWords } from "../words/refusal.ts";
import { useWords } from "../words/words.ts";
import { say } from "./notices.ts";

export interface StatusChoice {
  readonly status: Status;
  readonly become: (status: Status) => void;
}

export function useStatus(agent: Agent): StatusChoice {
  const words = useWords();
  const cache = useQueryClient();
  const change = useMutation({
    mutationFn: api.setStatus,
    onSuccess: (changed) => cache.setQueryData(keys.me, changed),
    onError: (error) => {
      say(refusalWords(error, words));
    },
  });
  return {
    status: change.isPending ? change.variables : agent.status,
    become: (status) => {
      change.mutate(status);
    },
  };
}
