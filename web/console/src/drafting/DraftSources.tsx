import type { ReactElement } from "react";
import { term, useWords } from "../words/words.ts";
import type { Source } from "./draft.ts";

/** Where a draft comes from, to be held against it before it is sent. */
export function DraftSources({ sources }: { readonly sources: readonly Source[] }): ReactElement {
  const { drafting, terms } = useWords();
  return (
    <details className="draft-sources">
      <summary>{drafting.label(sources.length)}</summary>
      <ul>
        {sources.map(({ kind, reference, state, title, url, passage }) => (
          <li key={reference ?? url}>
            {kind === "payout" ? (
              <span>{drafting.payout(reference ?? "", term(terms.payoutStates, state ?? ""))}</span>
            ) : (
              <>
                <a href={url ?? "#"} target="_blank" rel="noreferrer">
                  {title}
                </a>
                <p>{passage}</p>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
