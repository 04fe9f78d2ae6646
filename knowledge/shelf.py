"""Scores the articles of one language against a question (why so: decision 0005)."""

from collections.abc import Iterable, Sequence

import numpy as np

from knowledge.articles import Article
from knowledge.meaning import Meaning
from knowledge.passages import Passage
from knowledge.scorers import Cosine, Scores, Split, pieces, words
from knowledge.thesaurus import Thesaurus

PIECES = pieces(3, 6)
_NEARLY_THE_SAME = 0.6  # from this cosine on, a stored question counts by itself
_MEANING = 0.2  # what the whole meaning counts beside the words
_SECTION = 600  # characters of a section that are shown; its first passage always is
_SHORT_ANSWER = 1.15  # a passage is shown in its place only when it clearly fits better


class Shelf:
    """The articles of one language, indexed as wholes, by question and by passage."""

    def __init__(
        self,
        articles: Sequence[Article],
        everywhere: Sequence[Article],
        thesaurus: Thesaurus,
        meaning: Meaning,
    ) -> None:
        """Index articles of one language; what is asked in the others helps a little too."""
        self.articles = articles
        self._meaning = meaning
        self._slugs = [article.slug for article in articles]
        own = [whole(article) for article in articles]
        foreign = [_asked_elsewhere(article, everywhere) for article in articles]
        asked = [
            "\n".join((*questions(article), text))
            for article, text in zip(articles, foreign, strict=True)
        ]
        self._wholes = Mixture(
            (1.0, own, PIECES),
            (0.3, own, words),
            (0.3, asked, thesaurus.meanings),
            (0.2, foreign, PIECES),
        )
        self._questions = Pooled([questions(article) for article in articles], PIECES)
        passages = [passage for article in articles for passage in article.passages]
        said = [_said(passage) for passage in passages]
        self._passages = Mixture(
            (1.0, said, PIECES),
            (0.3, said, words),
            (0.3, said, thesaurus.meanings),
            (0.5, [passage.heading for passage in passages], PIECES),
        )
        self._starts = np.cumsum([0, *(len(article.passages) for article in articles)])

    def scores(self, query: str) -> Scores:
        """How well each article fits, from 0 on without an upper limit of meaning."""
        nearly_asked = np.maximum(0, self._questions.scores(query) - _NEARLY_THE_SAME)
        by_words = self._wholes.scores(query) + nearly_asked
        if not by_words.any():  # not a word is known: whatever it means is a guess
            return by_words
        scores: Scores = by_words + _MEANING * self._meaning.scores(query, self._slugs)
        return scores

    def passage_scores(self, query: str) -> Scores:
        """How well each passage of all articles fits."""
        return self._passages.scores(query)

    def passage(self, n: int, said: Scores) -> Passage:
        """The best passage of article n; its short answer when none fits clearly better."""
        own = said[self._starts[n] : self._starts[n + 1]].copy()
        own[0] *= _SHORT_ANSWER
        return self.articles[n].passages[int(own.argmax())]

    def detail(self, slug: str, said: Scores) -> Passage | None:
        """The section with the best passage beside the short answer, from its beginning."""
        if slug not in self._slugs:
            return None
        n = self._slugs.index(slug)
        own = said[self._starts[n] + 1 : self._starts[n + 1]]
        if not own.any():
            return None
        passages = self.articles[n].passages[1:]
        heading = passages[int(own.argmax())].heading
        texts = [passage.text for passage in passages if passage.heading == heading]
        lengths = np.cumsum([len(text) for text in texts])
        shown = max(1, int((lengths <= _SECTION).sum()))
        return Passage(heading, "\n".join(texts[:shown]))


class Mixture:
    """A weighted sum of cosines, each over its own view of the same rows."""

    def __init__(self, *parts: tuple[float, Sequence[str], Split]) -> None:
        """Index each view."""
        self._parts = [(weight, Cosine(texts, split)) for weight, texts, split in parts]

    def scores(self, query: str) -> Scores:
        """The sum for each row."""
        total: Scores = np.sum([w * part.scores(query) for w, part in self._parts], axis=0)
        return total


class Pooled:
    """Several texts for each row, of which the most alike counts."""

    def __init__(self, texts: Sequence[Sequence[str]], split: Split) -> None:
        """Index the texts of all rows together."""
        self._cosine = Cosine([text for own in texts for text in own], split)
        self._starts = np.cumsum([0, *map(len, texts)])[:-1]

    def scores(self, query: str) -> Scores:
        """The best score of each row."""
        best: Scores = np.maximum.reduceat(self._cosine.scores(query), self._starts)
        return best


def questions(article: Article) -> tuple[str, ...]:
    """The ways in which people ask what the article answers."""
    return (article.title, *article.phrasings)


def meaning_of(articles: Iterable[Article]) -> Meaning:
    """What questions to these articles mean."""
    return Meaning([(a.slug, question) for a in articles for question in questions(a)])


def whole(article: Article) -> str:
    """All that an article asks and says."""
    return "\n".join((*questions(article), *map(_said, article.passages)))


def _asked_elsewhere(article: Article, everywhere: Iterable[Article]) -> str:
    others = (a for a in everywhere if a.slug == article.slug and a.language != article.language)
    return "\n".join(question for other in others for question in questions(other))


def _said(passage: Passage) -> str:
    return f"{passage.heading}\n{passage.text}"
