"""Compares ways to search: `python -m knowledge.comparison [FOLDER]` (decision 0005).

Each phrasing in turn is the question, asked of a search that has not seen it, nor the phrasing
at the same place in the other language, which may be its translation.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer

from knowledge.articles import LANGUAGES, Article, load
from knowledge.evaluate import quality
from knowledge.scorers import Cosine, Scores, Split, pieces, words
from knowledge.shelf import PIECES, Mixture, Pooled, Shelf, meaning_of, questions, whole
from knowledge.thesaurus import default_thesaurus


class Scorer(Protocol):
    """Anything that scores all articles of a language."""

    def scores(self, query: str) -> Scores: ...


Candidate = Callable[[Sequence[Article], Sequence[Article]], Scorer]


class Bm25:
    """Okapi BM25 over whole articles, the usual yardstick."""

    def __init__(self, texts: Sequence[str], k1: float = 1.2, b: float = 0.75) -> None:
        """Index the texts by their words."""
        counter = CountVectorizer(analyzer=words)
        rows = counter.fit_transform(texts).astype(np.float64).tocsr()
        self._columns: dict[str, int] = counter.vocabulary_
        seen_in = np.bincount(rows.indices, minlength=rows.shape[1])
        idf = np.log1p((len(texts) - seen_in + 0.5) / (seen_in + 0.5))
        lengths = np.asarray(rows.sum(axis=1)).ravel()
        saturation = np.repeat(k1 * (1 - b + b * lengths / lengths.mean()), np.diff(rows.indptr))
        rows.data *= (k1 + 1) / (rows.data + saturation)
        self._by_term = rows.multiply(idf).T.tocsr()

    def scores(self, query: str) -> Scores:
        """The sum over the query's words for each text."""
        columns = [self._columns[word] for word in set(words(query)) if word in self._columns]
        total: Scores = np.asarray(self._by_term[columns].sum(axis=0)).ravel()
        return total


def _single(split: Split) -> Candidate:
    return lambda articles, _: Cosine([whole(a) for a in articles], split)


def _most_alike(split: Split) -> Candidate:
    return lambda articles, _: Pooled([questions(a) for a in articles], split)


def _fused(articles: Sequence[Article], _: Sequence[Article]) -> Mixture:
    texts = [whole(article) for article in articles]
    return Mixture((1.0, texts, PIECES), (0.3, texts, words))


def _chosen(articles: Sequence[Article], everywhere: Sequence[Article]) -> Shelf:
    return Shelf(articles, everywhere, default_thesaurus(), meaning_of(everywhere))


CANDIDATES: dict[str, Candidate] = {
    "word TF-IDF, most alike question": _most_alike(words),
    "pieces of words, most alike question": _most_alike(PIECES),
    "BM25, whole article": lambda articles, _: Bm25([whole(a) for a in articles]),
    "word TF-IDF, whole article": _single(words),
    "pieces of 2 to 5, whole article": _single(pieces(2, 5)),
    "pieces of 3 to 6, whole article": _single(PIECES),
    "pieces and words, whole article": _fused,
    "meanings alone, whole article": _single(default_thesaurus().meanings),
    "chosen: all of it": _chosen,
}


def _places(
    candidate: Candidate, articles: Sequence[Article], language: str
) -> Iterator[int | None]:
    for left_out in range(max(len(article.phrasings) for article in articles)):
        seen = [_without(article, left_out) for article in articles]
        own = [article for article in articles if article.language == language]
        scorer = candidate([a for a in seen if a.language == language], seen)
        for n, article in enumerate(own):
            if left_out < len(article.phrasings):
                scores = scorer.scores(article.phrasings[left_out])
                yield int((scores >= scores[n]).sum())


def _without(article: Article, place: int) -> Article:
    kept = article.phrasings[:place] + article.phrasings[place + 1 :]
    return replace(article, phrasings=kept)


def main(arguments: Sequence[str]) -> int:
    """Print a row per candidate and language."""
    articles = load(Path(arguments[0] if arguments else "data/kb"))
    for name, candidate in CANDIDATES.items():
        for language in LANGUAGES:
            places = list(_places(candidate, articles, language))
            sys.stdout.write(f"{language}  {name:38}{quality(places)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
