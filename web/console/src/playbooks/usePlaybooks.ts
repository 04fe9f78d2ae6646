/** The playbooks of a conversation, fetched again whenever something of them was noted. */
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { api, type PlaybookAct } from "../api/agent.ts";
import { keys } from "../api/keys.ts";
import type { Detail } from "../conversation/detail.ts";
import { say } from "../shell/notices.ts";
import { refusalWords } from "../words/refusal.ts";
import { useWords } from "../words/words.ts";
import { lastNoted, type Playbook, type Run } from "./playbook.ts";

export interface Playbooks {
  readonly runs: readonly Run[];
  readonly all: readonly Playbook[];
  readonly act: (act: PlaybookAct) => void;
  readonly pending: boolean;
}

export function usePlaybooks(id: string, detail: Detail): Playbooks {
  const words = useWords();
  const noted = lastNoted(detail.log.events);
  const runs = useQuery({
    queryKey: keys.playbooks(id, noted),
    queryFn: () => api.playbookRuns(id),
    placeholderData: keepPreviousData,
  });
  const all = useQuery({ queryKey: keys.allPlaybooks, queryFn: api.playbooks, staleTime: Infinity });
  const doing = useMutation({
    mutationFn: (act: PlaybookAct) => api.playbookAct(id, act),
    onError: (error) => {
      say(refusalWords(error, words, { capacity: 0, owner: null }));
    },
  });
  return {
    runs: runs.data ?? [],
    all: all.data ?? [],
    act: (act) => {
      if (!doing.isPending) doing.mutate(act);
    },
    pending: doing.isPending,
  };
}
