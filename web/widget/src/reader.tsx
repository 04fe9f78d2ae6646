/** A help article read inside the chat, which stays where it was behind it. */

import type { ArticleReference, HelpArticle } from "@lotse/sdk";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

import { useSurroundings } from "./context.ts";
import { Icon } from "./icons.tsx";
import { safeAddress } from "./parts/article.tsx";
import { Prose } from "./prose.tsx";
import type { Reading } from "./widget.ts";

type Loaded = HelpArticle | "loading" | "failed";

export function Reader({ reading }: { readonly reading: Reading }): JSX.Element {
  const { widget, texts } = useSurroundings();
  const article = useArticle(reading);
  const title = typeof article === "object" ? article.title : reading.title;
  const heading = useRef<HTMLHeadingElement | null>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [reading]);
  return (
    <section class="reader" aria-label={texts.article} lang={reading.language}>
      <div class="reader-head">
        <button
          type="button"
          class="plain"
          onClick={() => {
            widget.read(null);
          }}
        >
          <Icon name="back" />
          {texts.backToChat}
        </button>
        <PageLink reading={reading} />
      </div>
      <div class="reader-body" tabIndex={0} role="region" aria-label={title}>
        <h2 tabIndex={-1} ref={heading} dir="auto">
          {title}
        </h2>
        <Body article={article} reading={reading} />
      </div>
    </section>
  );
}

function useArticle(reading: Reading): Loaded {
  const { widget } = useSurroundings();
  const [article, setArticle] = useState<Loaded>("loading");
  useEffect(() => {
    let wanted = true;
    const show = (loaded: Loaded): void => {
      if (wanted) setArticle(loaded);
    };
    show("loading");
    widget.client.article(reading.slug, reading.language).then(show, () => {
      show("failed");
    });
    return () => {
      wanted = false;
    };
  }, [widget, reading]);
  return article;
}

function PageLink({ reading }: { readonly reading: Reading }): JSX.Element | null {
  const { widget, texts } = useSurroundings();
  const address = safeAddress(reading.url, widget.config.origin);
  if (address === null) return null;
  return (
    <a href={address} target="_blank" rel="noopener" aria-label={`${texts.asPage} (${texts.newTab})`}>
      {texts.asPage}
      <Icon name="away" />
    </a>
  );
}

function Body({ article, reading }: { readonly article: Loaded; readonly reading: Reading }): JSX.Element {
  const { widget, texts } = useSurroundings();
  if (article === "loading") return <p role="status">{texts.connecting}</p>;
  if (article === "failed") return <p role="alert">{texts.articleFailed}</p>;
  const open = ({ slug, title, url }: ArticleReference): void => {
    widget.read({ slug, title, url, language: reading.language });
  };
  return (
    <>
      <p class="short-answer">{article.short_answer}</p>
      <Prose html={article.html} origin={widget.config.origin} open={open} />
      {article.related.length > 0 && (
        <nav aria-label={texts.related}>
          <h3>{texts.related}</h3>
          <ul>
            {article.related.map((other) => (
              <li key={other.slug}>
                <button
                  type="button"
                  class="plain"
                  onClick={() => {
                    open(other);
                  }}
                >
                  {other.title}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}
