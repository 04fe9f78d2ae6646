/** Lists that the agent keeps under a name. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/agent.ts";
import { keys } from "../api/keys.ts";
import type { Looked } from "../live/rows.ts";
import { say } from "../shell/notices.ts";
import type { SavedView } from "../wire.ts";
import { refusalWords } from "../words/refusal.ts";
import { useWords } from "../words/words.ts";

export interface Keeping {
  readonly save: (name: string, done: () => void) => void;
  readonly forget: (done: () => void) => void;
  readonly pending: boolean;
}

/** `kept` is the same list as it was kept before, if it was. */
export function useKeeping(kept: SavedView | null, looked: Looked): Keeping {
  const cache = useQueryClient();
  const words = useWords();
  const again = {
    onSuccess: () => cache.invalidateQueries({ queryKey: keys.views }),
    onError: (error: Error) => {
      say(refusalWords(error, words));
    },
  };
  const saving = useMutation({
    mutationFn: (name: string) => (kept === null ? api.saveView(name, looked) : api.changeView(kept.id, name, looked)),
    ...again,
  });
  const forgetting = useMutation({ mutationFn: () => (kept === null ? Promise.resolve(undefined) : api.forgetView(kept.id)), ...again });
  return {
    save: (name, done) => {
      saving.mutate(name, { onSuccess: done });
    },
    forget: (done) => {
      forgetting.mutate(undefined, { onSuccess: done });
    },
    pending: saving.isPending || forgetting.isPending,
  };
}
