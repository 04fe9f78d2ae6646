"""Finds the articles that answer a question, and the passage that says it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.articles import LANGUAGES, Article
from knowledge.passages import Passage
from knowledge.scorers import LONGEST, words
from knowledge.shelf import Shelf, meaning_of
from knowledge.thesaurus import default_thesaurus

CERTAIN = 0.5
"""From this score on a hit answers the question; below it, say that nothing was found."""

FAINT = 0.25
"""Below this score a hit is not even worth a guess."""

_HALF_AT, _STEEPNESS = 0.33, 12.0  # tuned on questions in and out of scope: decision 0005


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found, its passage that answers best, and how sure that is (0 to 1)."""

    article: Article
    passage: Passage
    score: float


class Library:
    """All articles, searchable per language."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Index the articles; when they change, make another library."""
        thesaurus, meaning = default_thesaurus(), meaning_of(articles)
        self._articles = {(article.language, article.slug): article for article in articles}
        self._shelves = {
            language: Shelf(self.all(language), articles, thesaurus, meaning)
            for language in LANGUAGES
            if self.all(language)
        }

    def all(self, language: str) -> tuple[Article, ...]:
        """Every article in a language, in the order they were given."""
        return tuple(a for (spoken, _), a in self._articles.items() if spoken == language)

    def article(self, language: str, slug: str) -> Article | None:
        """The article of that name, if there is one."""
        return self._articles.get((language, slug))

    def detail(self, query: str, language: str, slug: str) -> Passage | None:
        """What this article says to a question beyond its short answer."""
        shelf, query = self._shelves.get(language), query[:LONGEST]
        if shelf is None or not words(query):
            return None
        return shelf.detail(slug, shelf.passage_scores(query))

    def search(self, query: str, language: str, limit: int = 3) -> tuple[Hit, ...]:
        """The best articles for a question, best first; none when nothing in it is known."""
        shelf = self._shelves.get(language)
        query = query[:LONGEST]
        if shelf is None or not words(query):
            return ()
        raw, said = shelf.scores(query), shelf.passage_scores(query)
        return tuple(
            Hit(shelf.articles[n], shelf.passage(n, said), _likelihood(float(raw[n])))
            for n in np.argsort(-raw, kind="stable")[:limit]
            if raw[n] > 0
        )


def _likelihood(raw: float) -> float:
    return 1 / (1 + math.exp(-_STEEPNESS * (raw - _HALF_AT)))
