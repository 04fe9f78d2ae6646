import type { ReactElement, RefObject } from "react";
import { ArticleChips } from "../drafting/ArticleChips.tsx";
import { DraftSources } from "../drafting/DraftSources.tsx";
import { useSuggestedArticles } from "../drafting/useSuggestedArticles.ts";
import { ToneFindings } from "../tone/ToneFindings.tsx";
import { useTone } from "../tone/useTone.ts";
import type { Row } from "../wire.ts";
import { StepChips } from "./StepChips.tsx";
import type { Writing } from "./useWriter.ts";

interface Props {
  readonly row: Row;
  readonly writing: Writing;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** What goes with a reply beside its text: where it comes from, help pages, the steps of its macro. */
export function WriterExtras({ row, writing, field }: Props): ReactElement | null {
  const { text, mode, change } = writing;
  const { steps, articles, origin, sources, ignored } = writing.draft;
  const language = row.language === "de" ? "de" : "en";
  const isReply = mode === "reply";
  const suggested = useSuggestedArticles(text, language, isReply);
  const findings = useTone({ conversation: row.id, text, language, isReply, ignored });
  if (!isReply) return null;
  return (
    <>
      <ToneFindings
        findings={findings}
        onIgnore={(name) => {
          change({ ignored: [...ignored, name] });
        }}
        onShow={({ start, end }) => {
          field.current?.focus();
          field.current?.setSelectionRange(start, end);
        }}
      />
      {origin !== null && <DraftSources sources={sources} />}
      <ArticleChips
        linked={articles}
        suggested={suggested}
        onChange={(changed) => {
          change({ articles: changed });
        }}
      />
      {steps !== null && (
        <StepChips
          steps={steps}
          onChange={(changed) => {
            change({ steps: changed });
          }}
        />
      )}
    </>
  );
}
