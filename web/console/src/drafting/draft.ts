/** Drafts of replies and help pages, as the API tells them. */
export interface Source {
  readonly kind: "payout" | "article";
  readonly reference: string | null;
  readonly state: string | null;
  readonly slug: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly passage: string | null;
}

export interface ReplyDraft {
  readonly id: string;
  readonly language: "de" | "en";
  readonly text: string;
  readonly maker: "built_in" | "model";
  readonly sources: readonly Source[];
}

/** A help page that is shown below a message. */
export interface LinkedArticle {
  readonly slug: string;
  readonly title: string;
  readonly url: string;
}

export const MOST_ARTICLES = 3;

/** The help pages among the sources: shown below the message unless they are taken off. */
export function linkedIn(sources: readonly Source[]): readonly LinkedArticle[] {
  return sources
    .flatMap(({ slug, title, url }) => (slug === null || title === null || url === null ? [] : [{ slug, title, url }]))
    .slice(0, MOST_ARTICLES);
}

/** One more below the message, each once, the earlier ones first. */
export function withArticle(articles: readonly LinkedArticle[], more: LinkedArticle): readonly LinkedArticle[] {
  if (articles.some(({ slug }) => slug === more.slug)) return articles;
  return [...articles, more].slice(0, MOST_ARTICLES);
}

/** What was written before stays above the draft. */
export function below(text: string, draft: string): string {
  return text.trim() === "" ? draft : `${text.trimEnd()}\n\n${draft}`;
}
