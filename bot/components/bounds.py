"""One bound per intent, drawn among examples by how alike they are (kernel ridge regression)."""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_factor, cho_solve

from bot.components.leftout import Array, LeftOut
from bot.components.likeness import Seen, likeness


@dataclass(frozen=True)
class Way:
    """How far an example reaches in meaning, and how loosely it is followed."""

    focus: float
    slack: float


# Wide and close, or narrow and loose. The second must be clearly better on examples left out: it
# trusts single examples more, which is right where they are few or intents are much alike, but
# misleads where messages are put otherwise than the examples.
WAYS = (Way(0.5, 0.03), Way(1.0, 0.1))
CLEARLY = 0.005


@dataclass(frozen=True)
class Bounds:
    """How strongly each example pulls towards each intent, and where each intent stands alone."""

    way: Way
    pulls: Array
    offsets: Array

    @classmethod
    def learned(cls, way: Way, seen: Seen, wanted: Array) -> "Bounds":
        """The pulls by which each example has very nearly the margins wanted."""
        offsets = wanted.mean(axis=0)
        alike = likeness(seen, seen, way.focus)
        alike[np.diag_indices_from(alike)] += way.slack
        # The transpose is in the order that is factored in place; both halves of it are the same.
        factor = cho_factor(alike.T, overwrite_a=True, check_finite=False)
        return cls(way, cho_solve(factor, wanted - offsets, check_finite=False), offsets)

    @classmethod
    def chosen(cls, seen: Seen, labels: Array, always: int) -> "tuple[Bounds, Array | None]":
        """By the first way, or the second where it is clearly better, with margins left out.

        The last examples, `always` many, are never left out.
        """
        names, places = np.unique(labels, return_inverse=True)
        wanted = np.where(np.eye(len(names), dtype=bool)[places], 1, -1).astype(np.float32)
        met_in_turns = len(labels) - always
        kept = np.arange(met_in_turns, len(labels))
        leftout = LeftOut(labels[:met_in_turns])

        def met(way: Way) -> Array | None:
            def learn(known: Array, new: Array) -> Array:
                known = np.append(known, kept)
                bounds = cls.learned(way, seen.at(known), wanted[known])
                return bounds.margins(likeness(seen.at(new), seen.at(known), way.focus))

            return leftout.margins(learn)

        first, second = (met(way) for way in WAYS)
        better = leftout.right(second) > leftout.right(first) + CLEARLY
        way, margins = (WAYS[1], second) if better else (WAYS[0], first)
        return cls.learned(way, seen, wanted), margins

    def margins(self, alike: Array) -> Array:
        """The margins of texts that are so much alike to each of the examples."""
        return np.asarray(alike @ self.pulls + self.offsets)
