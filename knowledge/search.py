"""Finds the articles that answer a question, and the passage that says it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.articles import LANGUAGES, Article
from knowledge.passages import Passage
from knowledge.scorers import LONGEST, Bm25, Cosine, Scores, pieces, words

CERTAIN = 0.5
"""From this score on a hit answers the question; below, say that nothing was found."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found, its passage that answers best, and how sure that is (0 to 1)."""

    article: Article
    passage: Passage
    score: float


class Library:
    """All articles, searchable per language."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Index the articles; reading them again needs a new library."""
        self._articles = {(article.language, article.slug): article for article in articles}
        self._shelves = {
            language: _Shelf(self.all(language)) for language in LANGUAGES if self.all(language)
        }

    def all(self, language: str) -> tuple[Article, ...]:
        """Every article in a language, in the order they were given."""
        return tuple(a for (spoken, _), a in self._articles.items() if spoken == language)

    def article(self, language: str, slug: str) -> Article | None:
        """The article of that name, if there is one."""
        return self._articles.get((language, slug))

    def search(self, query: str, language: str, limit: int = 3) -> tuple[Hit, ...]:
        """The best articles for a question, best first; none when no word is known."""
        shelf = self._shelves.get(language)
        return shelf.search(query, limit) if shelf and words(query[:LONGEST]) else ()


class _Shelf:
    """The articles of one language: their questions and passages, one row per text."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        questions = [(a.title, *a.phrasings) for a in articles]
        self._questions = _Rows(questions)
        self._passages = _Rows(
            [tuple(f"{p.heading}\n{p.text}" for p in a.passages) for a in articles]
        )

    def search(self, query: str, limit: int) -> tuple[Hit, ...]:
        asked = self._questions.alike(query)
        said = self._passages.alike(query)
        raw = 0.8 * self._questions.best(asked) + 0.2 * self._passages.best(said)
        order = np.argsort(-raw, kind="stable")[:limit]
        return tuple(
            Hit(
                article := self._articles[n],
                article.passages[int(self._passages.of(said, n).argmax())],
                float(_calibrated(raw[n])),
            )
            for n in order
            if raw[n] > 0
        )


class _Rows:
    """Texts of all articles in one index, with the rows that belong to each article."""

    def __init__(self, texts: Sequence[tuple[str, ...]]) -> None:
        flat = [text for own in texts for text in own]
        self._starts = np.cumsum([0, *map(len, texts)])
        self._pieces = Cosine(flat, pieces(2, 5))
        self._words = Bm25(flat)

    def alike(self, query: str) -> Scores:
        return 0.6 * self._pieces.scores(query) + 0.4 * self._words.scores(query)

    def best(self, scores: Scores) -> Scores:
        best: Scores = np.maximum.reduceat(scores, self._starts[:-1])
        return best

    def of(self, scores: Scores, n: int) -> Scores:
        own: Scores = scores[self._starts[n] : self._starts[n + 1]]
        return own


def _calibrated(raw: float) -> float:
    return float(1 / (1 + np.exp(-12 * (raw - 0.3))))
