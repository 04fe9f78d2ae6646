"""How alike a question and the texts of an index are: by pieces of words and by words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import CountVectorizer

Scores = npt.NDArray[np.float64]
Split = Callable[[str], Iterable[str]]

LONGEST = 1_000  # characters of a question that are read; the rest would only cost time
_WORD = re.compile(r"\w+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_NO_ZERO = 1e-12


def plain(text: str) -> str:
    """The text as both sides are compared: one case, one spelling of umlauts, one line."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_FOLDED)
    return _CONTROL.sub(" ", folded)


def words(text: str) -> list[str]:
    """The words of a text, stop words too: in short questions they tell "when" from "why"."""
    return _WORD.findall(plain(text))


def pieces(shortest: int, longest: int) -> Split:
    """A way to cut words into overlapping pieces, which survive typos and compound words."""
    split: Split = CountVectorizer(
        analyzer="char_wb", ngram_range=(shortest, longest), preprocessor=plain
    ).build_analyzer()
    return split


class _Counts:
    """How often each term stands in each text; the base of both scorers."""

    def __init__(self, texts: Sequence[str], split: Split) -> None:
        counter = CountVectorizer(analyzer=split)
        self.rows: Any = counter.fit_transform(texts).astype(np.float64).tocsr()
        self.columns: dict[str, int] = counter.vocabulary_
        self.texts = len(texts)
        self.seen_in = np.bincount(self.rows.indices, minlength=self.rows.shape[1])

    def per_entry(self, per_row: Scores) -> Scores:
        """A value of each row, repeated for each of the row's entries."""
        return np.repeat(per_row, np.diff(self.rows.indptr))

    def sums(self) -> Scores:
        return np.asarray(self.rows.sum(axis=1), dtype=np.float64).ravel()


class Cosine:
    """Cosine of TF-IDF vectors; terms that no text has still lengthen the question's vector."""

    def __init__(self, texts: Sequence[str], split: Split) -> None:
        """Index the texts by the terms that `split` makes of them."""
        counts = _Counts(texts, split)
        self._split, self._columns = split, counts.columns
        self._idf = np.log((1 + counts.texts) / (1 + counts.seen_in)) + 1
        self._unseen = float(np.log(1 + counts.texts) + 1)
        rows = counts.rows
        rows.data = ((1 + np.log(rows.data)) * self._idf[rows.indices]) ** 2
        lengths = np.sqrt(counts.sums())
        rows.data = np.sqrt(rows.data) / counts.per_entry(np.maximum(lengths, _NO_ZERO))
        self._rows = rows

    def scores(self, query: str) -> Scores:
        """How like the query each text is, 0 to 1."""
        vector = np.zeros(len(self._columns))
        unseen = 0.0
        for term, count in Counter(self._split(query[:LONGEST])).items():
            weight = 1 + np.log(count)
            if (column := self._columns.get(term)) is None:
                unseen += (weight * self._unseen) ** 2
            else:
                vector[column] = weight * self._idf[column]
        length = float(np.sqrt(vector @ vector + unseen))
        alike: Scores = self._rows @ (vector / max(length, _NO_ZERO))
        return alike


class Bm25:
    """Okapi BM25, as a share of what a text could reach that holds every term many times."""

    def __init__(
        self, texts: Sequence[str], split: Split = words, k1: float = 1.2, b: float = 0.75
    ) -> None:
        """Index the texts by the terms that `split` makes of them."""
        counts = _Counts(texts, split)
        self._split, self._columns = split, counts.columns
        self._idf = np.log1p((counts.texts - counts.seen_in + 0.5) / (counts.seen_in + 0.5))
        self._unseen = float(np.log1p((counts.texts + 0.5) / 0.5))
        lengths = counts.sums()
        saturation = k1 * (1 - b + b * lengths / max(float(lengths.mean()), _NO_ZERO))
        self._rows = counts.rows
        self._rows.data /= self._rows.data + counts.per_entry(saturation)

    def scores(self, query: str) -> Scores:
        """How much of the query each text holds, 0 to 1."""
        vector = np.zeros(len(self._columns))
        possible = 0.0
        for term in set(self._split(query[:LONGEST])):
            if (column := self._columns.get(term)) is None:
                possible += self._unseen
            else:
                vector[column] = self._idf[column]
                possible += self._idf[column]
        held: Scores = self._rows @ (vector / max(possible, _NO_ZERO))
        return held
