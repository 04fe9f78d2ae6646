import type { ReactElement } from "react";
import { Button as AriaButton } from "react-aria-components";
import { Icon } from "../kit/Icon.tsx";
import { useWords } from "../words/words.ts";
import { type LinkedArticle, MOST_ARTICLES, withArticle } from "./draft.ts";

interface Props {
  readonly linked: readonly LinkedArticle[];
  readonly suggested: readonly LinkedArticle[];
  readonly onChange: (linked: readonly LinkedArticle[]) => void;
}

/** Help pages below the message, and those that would fit it. */
export function ArticleChips({ linked, suggested, onChange }: Props): ReactElement | null {
  const { drafting } = useWords();
  const more = linked.length < MOST_ARTICLES ? suggested.filter(({ slug }) => !linked.some((it) => it.slug === slug)) : [];
  if (linked.length + more.length === 0) return null;
  return (
    <div className="chips" role="group" aria-label={drafting.articles}>
      {linked.length > 0 && <span className="chips-lead">{drafting.below}</span>}
      {linked.map((article) => (
        <span key={article.slug} className="chip">
          <a href={article.url} target="_blank" rel="noreferrer">
            {article.title}
          </a>
          <AriaButton
            className="chip-remove"
            aria-label={drafting.takeOff(article.title)}
            onPress={() => {
              onChange(linked.filter(({ slug }) => slug !== article.slug));
            }}
          >
            <Icon name="close" />
          </AriaButton>
        </span>
      ))}
      {more.length > 0 && <span className="chips-lead">{drafting.suggested}</span>}
      {more.map((article) => (
        <AriaButton
          key={article.slug}
          className="chip chip-add"
          aria-label={drafting.putBelow(article.title)}
          onPress={() => {
            onChange(withArticle(linked, article));
          }}
        >
          + {article.title}
        </AriaButton>
      ))}
    </div>
  );
}
