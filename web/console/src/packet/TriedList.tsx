import type { ReactElement } from "react";
import { useSettings } from "../settings/settings.ts";
import type { Tried } from "../wire.ts";
import { term, useWords } from "../words/words.ts";
import { articleTitle, confidenceWords } from "./phrases.ts";

/** Question by question what the assistant made of it, so that no customer must say anything twice. */
export function TriedList({ tried }: { readonly tried: readonly Tried[] }): ReactElement {
  const words = useWords();
  const { language } = useSettings();
  const { packet, terms } = words;
  return (
    <section className="tried">
      <h3>{packet.tried}</h3>
      {tried.length === 0 && <p className="lead">{packet.triedNothing}</p>}
      <ol>
        {tried.map((entry) => (
          <li key={`${entry.at} ${entry.question}`}>
            <p className="tried-question">
              <span className="hidden">{packet.question}: </span>
              {entry.question}
            </p>
            <p className="tried-answer">
              <span className="hidden">{packet.answer}: </span>
              {entry.answer}
            </p>
            <p className="tried-facts">
              {entry.intent !== null && <span>{term(terms.intents, entry.intent)}</span>}
              <span data-unsure={(entry.confidence ?? 0) < 0.6}>{confidenceWords(entry, words, language)}</span>
              {entry.articles.map((slug) => (
                <a key={slug} href={`/help/${language}/${slug}`} target="_blank" rel="noreferrer">
                  {articleTitle(slug)}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
