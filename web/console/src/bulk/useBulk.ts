import { useMutation, useQueryClient } from "@tanstack/react-query";
import { bookIn, putRows } from "../api/cache.ts";
import { say } from "../shell/notices.ts";
import type { Row } from "../wire.ts";
import { codeWords, refusalWords } from "../words/refusal.ts";
import { useWords, type Words } from "../words/words.ts";
import { bulk, type BulkAction, type BulkResult } from "./api.ts";
import { choose, selection } from "./selection.ts";

const TOLD = 3;

/** How many were done, and why the others were not, by case number. */
export function outcomeWords(results: readonly BulkResult[], book: ReadonlyMap<string, Row>, words: Words): string {
  const refused = results.filter((it) => it.refused !== null);
  const done = words.bulk.done(results.length - refused.length);
  const reasons = refused.slice(0, TOLD).map((it) => {
    const number = book.get(it.conversation)?.case_number ?? it.conversation;
    return `${number}: ${codeWords(it.refused?.code ?? null, words)}`;
  });
  const rest = refused.length > TOLD ? [words.bulk.more(refused.length - TOLD)] : [];
  return refused.length === 0 ? done : [done, words.bulk.not(refused.length), ...reasons, ...rest].join(" ");
}

export interface Bulk {
  readonly apply: (action: BulkAction) => void;
  readonly pending: boolean;
}

/** What was refused stays chosen, so that something else can be tried. */
export function useBulk(): Bulk {
  const cache = useQueryClient();
  const words = useWords();
  const doing = useMutation({
    mutationFn: (action: BulkAction) => {
      const book = bookIn(cache);
      return bulk([...selection.get()].flatMap((id) => book.get(id) ?? []), action);
    },
    onSuccess: (results) => {
      putRows(cache, results.flatMap(({ row }) => row ?? []));
      choose(results.filter(({ refused }) => refused !== null).map(({ conversation }) => conversation));
      say(outcomeWords(results, bookIn(cache), words));
    },
    onError: (error) => {
      say(refusalWords(error, words));
    },
  });
  return {
    apply: (action) => {
      if (!doing.isPending) doing.mutate(action);
    },
    pending: doing.isPending,
  };
}
