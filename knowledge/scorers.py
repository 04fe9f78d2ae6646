"""How alike a question and the texts of an index are: term by term."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
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


class Cosine:
    """Cosine of TF-IDF vectors; terms that no text has still lengthen the question's vector."""

    def __init__(self, texts: Sequence[str], split: Split) -> None:
        """Index the texts by the terms that `split` makes of them."""
        terms = [Counter(split(text)) for text in texts]
        self._columns = {term: n for n, term in enumerate(dict.fromkeys(chain(*terms)))}
        rows = csr_array(
            (
                np.array([count for own in terms for count in own.values()], dtype=np.float64),
                [self._columns[term] for own in terms for term in own],
                np.cumsum([0, *map(len, terms)]),
            ),
            shape=(len(texts), len(self._columns)),
        )
        seen_in = np.bincount(rows.indices, minlength=rows.shape[1])
        self._split = split
        self._idf = np.log((1 + len(texts)) / (1 + seen_in)) + 1
        self._unseen = math.log(1 + len(texts)) + 1
        rows.data = (1 + np.log(rows.data)) * self._idf[rows.indices]
        lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
        rows.data /= np.repeat(np.maximum(lengths, _NO_ZERO), np.diff(rows.indptr))
        self._by_term = rows.T.tocsr()

    def scores(self, query: str) -> Scores:
        """How like the query each text is, 0 to 1."""
        columns, weights, square = list[int](), list[float](), 0.0
        for term, count in Counter(self._split(query[:LONGEST])).items():
            column = self._columns.get(term)
            idf = self._unseen if column is None else float(self._idf[column])
            weight = (1 + math.log(count)) * idf
            square += weight * weight
            if column is not None:
                columns.append(column)
                weights.append(weight)
        length = max(math.sqrt(square), _NO_ZERO)
        alike: Scores = self._by_term[columns].T @ (np.array(weights) / length)
        return alike
