/** Yes or no to an offer; whatever comes of it, the offer is gone from the screen. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/agent.ts";
import { putRows } from "../api/cache.ts";
import { useActs } from "../conversation/useActs.ts";
import { useDesk } from "../live/DeskContext.tsx";
import type { Offer } from "../live/offers.ts";
import { say } from "../shell/notices.ts";
import type { Agent, DeclineReason } from "../wire.ts";
import { refusalWords } from "../words/refusal.ts";
import { useWords } from "../words/words.ts";

export interface OfferAnswer {
  readonly accept: () => void;
  readonly decline: (reason: DeclineReason) => void;
  readonly pending: boolean;
}

export function useAnswer({ row }: Offer, agent: Agent): OfferAnswer {
  const desk = useDesk();
  const cache = useQueryClient();
  const words = useWords();
  const { act, pending } = useActs(row, agent);
  const no = useMutation({
    mutationFn: (reason: DeclineReason) => api.decline(row.id, reason),
    onMutate: () => {
      desk.offers.ended(row.id);
    },
    onSuccess: (changed) => {
      putRows(cache, [changed]);
    },
    onError: (error) => {
      say(refusalWords(error, words));
    },
  });
  return {
    accept: () => {
      act({ kind: "accept" }, () => {
        desk.offers.ended(row.id);
      });
    },
    decline: (reason) => {
      no.mutate(reason);
    },
    pending: pending === "accept",
  };
}
