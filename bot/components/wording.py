"""A text as weighted words and pieces of words, in as many dimensions as the hashes have."""

import re
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.preprocessing import normalize

from bot.components.entities import mentions

# A wall of text must not cost a wall of features.
_READ = 4_000
_DIGIT = re.compile("[0-9]")
_WORD = r"(?u)\b\w+\b"
# What a date means differs from day to day; that one is named does not.
_ANY_DAY = date(2026, 1, 1)


def spelled(text: str) -> str:
    """The text with every digit alike, and with a word for each kind of thing it names."""
    text = text[:_READ].lower()
    kinds = dict.fromkeys(found.entity for found in mentions(text, _ANY_DAY))
    return " ".join([_DIGIT.sub("0", text), *(f"zz{kind.replace('_', '')}zz" for kind in kinds)])


def _hasher(analyzer: str, sizes: tuple[int, int], bits: int) -> HashingVectorizer:
    return HashingVectorizer(
        analyzer=analyzer,
        ngram_range=sizes,
        token_pattern=_WORD,
        n_features=2**bits,
        alternate_sign=False,
        norm=None,
        lowercase=False,
        dtype=np.float32,
    )


# Words and pairs of words, and pieces of words, which forgive endings, compounds and typing errors.
_HASHERS = (_hasher("word", (1, 2), 15), _hasher("char_wb", (2, 5), 16))


def counts(texts: list[str]) -> list[csr_matrix]:
    """How often each word and piece stands in each text, damped by the logarithm."""
    spellings = [spelled(text) for text in texts]
    found = [hasher.transform(spellings) for hasher in _HASHERS]
    for matrix in found:
        matrix.data = 1 + np.log(matrix.data)
    return found


@dataclass(frozen=True)
class Weights:
    """How much each word and piece tells: the rarer, the more."""

    rarity: tuple[npt.NDArray[np.float32], ...]

    @classmethod
    def learned(cls, texts: list[str]) -> "Weights":
        """Weigh by how many of these texts contain it."""
        return cls(tuple(_rarity(matrix) for matrix in counts(texts)))

    def of(self, text: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """Where the row of one text is not zero, and what stands there.

        Putting matrices of one row together takes longer than all that is done with them.
        """
        places, weights, start = [], [], 0
        for matrix, rarity in zip(counts([text]), self.rarity, strict=True):
            found = matrix.data * rarity[matrix.indices]
            length = np.sqrt(found @ found)
            places.append(matrix.indices.astype(np.int64) + start)
            weights.append(found / length if length else found)
            start += len(rarity)
        return np.concatenate(places), np.concatenate(weights)

    def apply(self, texts: list[str]) -> csr_matrix:
        """The texts as rows; words and pieces count as much as one another."""
        blocks = [
            normalize(matrix.multiply(rarity).tocsr())
            for matrix, rarity in zip(counts(texts), self.rarity, strict=True)
        ]
        return hstack(blocks, format="csr")


def _rarity(matrix: csr_matrix) -> npt.NDArray[np.float32]:
    texts, _ = matrix.shape
    containing = np.bincount(matrix.indices, minlength=matrix.shape[1])
    return (np.log((1 + texts) / (1 + containing)) + 1).astype(np.float32)
