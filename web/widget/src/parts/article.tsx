/** A passage of a help article, with the way to the whole of it. */

import type { ArticleCard, ShownArticle } from "@lotse/sdk";
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { useSurroundings } from "../context.ts";
import { Icon } from "../icons.tsx";
import type { Reading } from "../widget.ts";
import { Helped } from "./helped.tsx";

interface ArticleProps {
  readonly article: ArticleCard;
  /** Where it stands, if whether it helped is to be asked there. */
  readonly asked: ShownArticle | null;
}

export function ArticlePart({ article, asked }: ArticleProps): JSX.Element {
  const { texts } = useSurroundings();
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
      <ReadButton article={article} label={`${texts.openArticle}: ${article.title}`}>
        {texts.openArticle}
      </ReadButton>
      {asked !== null && <Helped article={asked} />}
    </article>
  );
}

interface ReadProps {
  readonly article: Reading;
  readonly label: string;
  readonly children: ComponentChildren;
}

/** Opens an article inside the chat; whoever closes it finds themselves here again. */
export function ReadButton({ article, label, children }: ReadProps): JSX.Element {
  const { widget } = useSurroundings();
  const button = useRef<HTMLButtonElement | null>(null);
  const opened = useRef(false);
  const { reading } = widget.shown;
  useEffect(() => {
    if (reading === null && opened.current) {
      opened.current = false;
      button.current?.focus();
    }
  }, [reading]);
  return (
    <button
      ref={button}
      type="button"
      class="read"
      aria-label={label}
      onClick={() => {
        opened.current = true;
        const { slug, title, url, language } = article;
        widget.read({ slug, title, url, language });
      }}
    >
      {children}
      <Icon name="article" />
    </button>
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
