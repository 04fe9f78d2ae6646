import type { ReactElement } from "react";
import { articleTitle } from "../../packet/phrases.ts";
import { useSettings } from "../../settings/settings.ts";
import { percent } from "../../words/format.ts";
import { term, useWords } from "../../words/words.ts";
import { Table } from "../Table.tsx";
import { useLeadsWords } from "../words/words.ts";
import type { Usefulness } from "./usefulness.ts";

export function ArticlesTable({ articles }: { readonly articles: readonly Usefulness[] }): ReactElement {
  const { articles: words } = useLeadsWords();
  return (
    <Table
      panel
      label={words.table}
      heads={[words.article, words.language, words.shown, words.helpful, words.notHelpful, words.share]}
    >
      {articles.map((article) => (
        <ArticleLine key={`${article.language}/${article.slug}`} article={article} />
      ))}
    </Table>
  );
}

function ArticleLine({ article }: { readonly article: Usefulness }): ReactElement {
  const { terms } = useWords();
  const { articles: words } = useLeadsWords();
  const { language } = useSettings();
  const { slug, share } = article;
  return (
    <tr>
      <th scope="row">
        <a href={`/help/${article.language}/${slug}`} target="_blank" rel="noreferrer">
          {articleTitle(slug)}
        </a>
      </th>
      <td>{term(terms.languages, article.language)}</td>
      <td>{article.shown}</td>
      <td>{article.helpful}</td>
      <td>{article.not_helpful}</td>
      <td>
        {share === null ? (
          words.noVotes
        ) : (
          <span className="load">
            <meter aria-label={words.share} min={0} max={1} value={share.value} />
            {percent(share.value, language)}
            <span className="lead">{words.interval(percent(share.low, language), percent(share.high, language))}</span>
          </span>
        )}
      </td>
    </tr>
  );
}
