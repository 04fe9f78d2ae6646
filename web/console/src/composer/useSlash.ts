/** Canned replies behind a slash: filled in for the case, in the customer's language. */
import type { RefObject } from "react";
import { type CannedReply, filled, found, hasSteps, merged } from "../canned/canned.ts";
import { useCannedReplies, useCannedValues } from "../canned/useCanned.ts";
import { say } from "../shell/notices.ts";
import type { Row } from "../wire.ts";
import { refusalWords } from "../words/refusal.ts";
import { useWords } from "../words/words.ts";
import { replaced, type Trigger } from "./trigger.ts";
import { placeCaret, type Suggestions, useSuggestions } from "./useSuggestions.ts";
import type { Writing } from "./useWriter.ts";

export function useSlash(row: Row, writing: Writing, field: RefObject<HTMLTextAreaElement | null>): Suggestions<CannedReply> {
  const words = useWords();
  const { replies } = useCannedReplies();
  const valuesOf = useCannedValues(row.id);
  const language = row.language === "de" ? "de" : "en";
  const insert = async (reply: CannedReply, trigger: Trigger): Promise<void> => {
    try {
      const { text, caret } = replaced(writing.text, trigger, filled(reply.text[language], await valuesOf(language)));
      const steps = hasSteps(reply.steps) ? { steps: merged(writing.draft.steps, reply.steps) } : {};
      writing.write(text, writing.mode === "reply" ? steps : {});
      placeCaret(field, caret);
    } catch (error) {
      say(refusalWords(error, words));
    }
  };
  return useSuggestions({
    sign: "/",
    text: writing.text,
    items: (query) => found(replies, query),
    choose: (reply, trigger) => void insert(reply, trigger),
  });
}
