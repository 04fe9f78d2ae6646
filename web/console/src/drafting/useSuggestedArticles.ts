/** Help pages that fit what is being written, looked for once the typing pauses. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { composing } from "../api/composing.ts";
import { keys } from "../api/keys.ts";
import { useSettled } from "../composer/useSettled.ts";
import type { LinkedArticle } from "./draft.ts";

const SHORTEST = 12;
const NONE: readonly LinkedArticle[] = [];

export function useSuggestedArticles(text: string, language: "de" | "en", wanted: boolean): readonly LinkedArticle[] {
  const settled = useSettled(text.trim());
  const enabled = wanted && settled.length >= SHORTEST;
  const { data } = useQuery({
    queryKey: keys.suggested(language, settled),
    queryFn: () => composing.suggestedArticles(settled, language),
    enabled,
    gcTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
  });
  return enabled ? (data ?? NONE) : NONE;
}
