/** A draft of a reply, put into the field for the agent to read and change. */
import { useMutation } from "@tanstack/react-query";
import type { RefObject } from "react";
import { composing } from "../api/composing.ts";
import { placeCaret } from "../composer/useSuggestions.ts";
import type { Writing } from "../composer/useWriter.ts";
import { say } from "../shell/notices.ts";
import { refusalWords } from "../words/refusal.ts";
import { useWords } from "../words/words.ts";
import { below, linkedIn } from "./draft.ts";

export interface Drafting {
  readonly make: () => void;
  readonly pending: boolean;
}

export function useDrafting(conversation: string, writing: Writing, field: RefObject<HTMLTextAreaElement | null>): Drafting {
  const words = useWords();
  const { mutate, isPending } = useMutation({
    mutationFn: () => composing.draft(conversation),
    onSuccess: ({ id, text, sources }) => {
      const whole = below(writing.text, text);
      writing.write(whole, { origin: id, sources, articles: linkedIn(sources) });
      placeCaret(field, whole.length);
      if (sources.length === 0) say(words.drafting.nothing);
    },
    onError: (error) => {
      say(refusalWords(error, words));
    },
  });
  return {
    make: () => {
      if (!isPending && writing.mode === "reply") mutate();
    },
    pending: isPending,
  };
}
