/** What an agent does with a conversation as a whole; refusals are told in plain words. */
import type { CloseReason } from "@lotse/sdk";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type Recipient } from "../api/agent.ts";
import { bookIn, putRows } from "../api/cache.ts";
import { keys } from "../api/keys.ts";
import { run } from "../keyboard/registry.ts";
import { say } from "../shell/notices.ts";
import { go } from "../shell/route.ts";
import type { Agent, Row } from "../wire.ts";
import { refusalWords } from "../words/refusal.ts";
import { useWords } from "../words/words.ts";

export type Act =
  | { readonly kind: "accept" }
  | { readonly kind: "takeOver" }
  | { readonly kind: "transfer"; readonly to: Recipient; readonly note: string }
  | { readonly kind: "snooze"; readonly until: string | null }
  | { readonly kind: "follow"; readonly on: boolean }
  | { readonly kind: "handBack"; readonly note: string }
  | { readonly kind: "close"; readonly reason: CloseReason };

function perform({ id, epoch }: Row, act: Act): Promise<Row> {
  switch (act.kind) {
    case "accept":
      return api.accept(id, epoch);
    case "takeOver":
      return api.takeOver(id, epoch);
    case "transfer":
      return api.transfer(id, epoch, act.to, act.note);
    case "snooze":
      return api.snooze(id, epoch, act.until);
    case "follow":
      return api.follow(id, act.on);
    case "handBack":
      return api.handBack(id, epoch, act.note);
    case "close":
      return api.close(id, epoch, act.reason);
  }
}

export interface Acts {
  readonly act: (act: Act, done?: () => void) => void;
  readonly pending: Act["kind"] | null;
}

export function useActs(row: Row, agent: Agent): Acts {
  const cache = useQueryClient();
  const words = useWords();
  const doing = useMutation({
    mutationFn: (act: Act) => perform(bookIn(cache).get(row.id) ?? row, act),
    onSuccess: (changed, act) => {
      putRows(cache, [changed]);
      if (act.kind !== "accept" && act.kind !== "takeOver") return;
      go({ view: "mine", conversation: row.id });
      // On a touch screen the keyboard would cover what is to be read.
      if (matchMedia("(pointer: fine)").matches) setTimeout(() => run("reply"), 0);
    },
    onError: async (error) => {
      // Whatever we believed was wrong: look again before explaining.
      await cache.invalidateQueries({ queryKey: keys.detail(row.id) }).catch(() => undefined);
      const owner = bookIn(cache).get(row.id)?.owner ?? null;
      const other = owner === null || owner.id === agent.id ? null : owner.name;
      say(refusalWords(error, words, { capacity: agent.capacity, owner: other }));
    },
  });
  return {
    act: (act, done) => {
      if (doing.isPending) return;
      doing.mutate(act, { onSuccess: () => done?.() });
    },
    pending: doing.isPending ? doing.variables.kind : null,
  };
}
