"""How alike texts are: by how near they lie in meaning, and by the words they share."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

Array = npt.NDArray[np.float32]
# How much shared words count beside meaning. A text shares at most 2 with itself: 1 of words and
# word pairs, 1 of pieces.
SHARED = 0.15
# So many rows at a time, because the products of all of them would need twice the memory.
_ROWS = 128


@dataclass(frozen=True)
class Seen:
    """Texts as rows: their weighted words and their meanings."""

    words: csr_matrix
    meant: Array

    def at(self, places: npt.NDArray[np.int_]) -> "Seen":
        """Those of the texts at these places."""
        return Seen(self.words[places], self.meant[places])


def nearness(some: Array, others: Array, focus: float) -> Array:
    """How near meanings are, 1 for the same; the greater the focus, the sooner it falls."""
    # Meanings have length 1, so that their product tells their distance.
    found = some @ others.T
    found -= 1
    found *= 2 * focus
    return np.exp(found, out=found)


def likeness(some: Seen, others: Seen, focus: float) -> Array:
    """How alike each of these is to each of the others."""
    found = nearness(some.meant, others.meant, focus)
    columns = others.words.T.tocsr()
    for start in range(0, len(found), _ROWS):
        part = slice(start, start + _ROWS)
        shared = (some.words[part] @ columns).toarray()
        shared *= SHARED
        found[part] += shared
    return found
