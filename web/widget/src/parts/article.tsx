/** A passage of a help article, with the way to the whole of it. */

import type { ArticleCard, ShownArticle } from "@lotse/sdk";
import type { JSX } from "preact";

import { useSurroundings } from "../context.ts";
import { Icon } from "../icons.tsx";
import { Helped } from "./helped.tsx";

interface ArticleProps {
  readonly article: ArticleCard;
  /** Where it stands, if whether it helped is to be asked there. */
  readonly asked: ShownArticle | null;
}

export function ArticlePart({ article, asked }: ArticleProps): JSX.Element {
  const { widget, texts } = useSurroundings();
  const address = safeAddress(article.url, widget.config.origin);
  return (
    <article class="card article" lang={article.language}>
      <p class="kind">
        <Icon name="article" />
        {texts.article}
      </p>
      <h3 dir="auto">{article.title}</h3>
      <p class="passage" dir="auto">
        {article.passage.replace(/\n\s*\n/g, "\n")}
      </p>
      {address !== null && (
        <a href={address} target="_blank" rel="noopener" aria-label={`${texts.openArticle}: ${article.title} (${texts.newTab})`}>
          {texts.openArticle}
          <Icon name="away" />
        </a>
      )}
      {asked !== null && <Helped article={asked} />}
    </article>
  );
}

/** Links lead to web pages only, whatever the article says. */
export function safeAddress(url: string, origin: string): string | null {
  try {
    const address = new URL(url, origin);
    return /^https?:$/.test(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}
