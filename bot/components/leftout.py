"""What is measured on examples that were left out of learning: choices, confidence, limits."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

OUTSIDE = "out_of_scope"
Array = npt.NDArray[Any]
# The fewer examples there are, the more each that is left out is missed.
FEW, FOLDS, MORE_FOLDS = 3_000, 3, 5
SEED = 1
# Where there are too few examples to measure how often a margin is right.
UNMEASURED = (4.0, 1.0)
# How much a look like things outside the scope counts against a look like one inside.
DOUBT = 0.5


@dataclass(frozen=True)
class Limit:
    """From where on a message is refused: `least` is how much like something inside it must be.

    `outside` is the place of the intent of things outside; -1 where there is none, and no limit.
    """

    outside: int = -1
    least: float = -np.inf

    @classmethod
    def of(cls, names: tuple[str, ...], least: float) -> "Limit":
        """The limit among these intents; without examples of the outside there is none."""
        return cls(names.index(OUTSIDE), least) if OUTSIDE in names else cls()

    @classmethod
    def measured(
        cls, margins: Array | None, names: tuple[str, ...], labels: Array, refused: float
    ) -> "Limit":
        """The limit by which that share of the left-out messages inside the scope is refused."""
        untold = cls.of(names, -np.inf)
        inside = labels != OUTSIDE
        if margins is None or untold.outside < 0 or not refused:
            return untold
        return cls(
            untold.outside,
            float(np.quantile(untold.likeness(margins[inside]), refused, method="higher")),
        )

    def likeness(self, margins: Array) -> Array:
        """How much like something inside the scope; nothing is less than what is told outside."""
        outside = margins[:, self.outside]
        best = np.delete(margins, self.outside, axis=1).max(axis=1)
        # Far below any limit, but a number, so that shares of such values can be taken.
        return np.where(outside >= best, -1e6, best - DOUBT * outside)

    def refuses(self, margins: Array) -> bool:
        """Whether the message with these margins is too unlike anything inside the scope."""
        if self.outside < 0:
            return False
        return bool(self.likeness(margins[np.newaxis])[0] < self.least)


@dataclass(frozen=True)
class LeftOut:
    """Learns from some of the examples and meets the rest, in turns."""

    labels: Array

    @property
    def _folds(self) -> StratifiedKFold | None:
        counts = Counter(self.labels)
        wanted = MORE_FOLDS if len(self.labels) < FEW else FOLDS
        folds = min(wanted, *counts.values())
        if folds < 2 or len(counts) < 3:
            return None
        return StratifiedKFold(folds, shuffle=True, random_state=SEED)

    def margins(self, learn: Callable[[Array, Array], Array]) -> Array | None:
        """The margins of each example by a model that never saw it; None where too few are left.

        `learn` gets the places of examples to learn from and of those to meet.
        """
        if self._folds is None:
            return None
        found = np.empty((len(self.labels), len(np.unique(self.labels))), np.float32)
        for known, met in self._folds.split(self.labels, self.labels):
            found[met] = learn(known, met)
        return found

    def right(self, margins: Array | None) -> float:
        """The share of examples whose greatest margin is that of their own intent."""
        return 0.0 if margins is None else float(self._hits(margins).mean())

    def curve(self, margins: Array | None) -> tuple[float, float]:
        """Steepness and lift of the chance of being right over the best margin."""
        if margins is None:
            return UNMEASURED
        right = self._hits(margins)
        if right.all() or not right.any():
            return UNMEASURED
        fit = LogisticRegression(C=1e6).fit(margins.max(axis=1, keepdims=True), right)
        return float(fit.coef_[0, 0]), float(fit.intercept_[0])

    def _hits(self, margins: Array) -> Array:
        return np.asarray(np.unique(self.labels)[margins.argmax(axis=1)] == self.labels)
