import type { ReactElement } from "react";
import { ArticleChips } from "../drafting/ArticleChips.tsx";
import { DraftSources } from "../drafting/DraftSources.tsx";
import { useSuggestedArticles } from "../drafting/useSuggestedArticles.ts";
import type { Row } from "../wire.ts";
import { StepChips } from "./StepChips.tsx";
import type { Writing } from "./useWriter.ts";

interface Props {
  readonly row: Row;
  readonly writing: Writing;
}

/** What goes with a reply beside its text: where it comes from, help pages, the steps of its macro. */
export function WriterExtras({ row, writing }: Props): ReactElement | null {
  const { text, mode, change } = writing;
  const { steps, articles, origin, sources } = writing.draft;
  const isReply = mode === "reply";
  const suggested = useSuggestedArticles(text, row.language === "de" ? "de" : "en", isReply);
  if (!isReply) return null;
  return (
    <>
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
