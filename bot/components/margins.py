"""A linear classifier with honest confidences: how far a text lies within each intent's bounds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.svm import LinearSVC

from bot.components.leftout import UNMEASURED, Array, LeftOut, Limit
from bot.components.meaning import meanings
from bot.components.wording import Weights

SEED = 1
# How much meaning may count beside wording. The second must be clearly better than the first:
# it overrules words, which is right only where examples are few or much alike.
HEEDS = (1.0, 2.0)
CLEARLY = 0.005


@dataclass(frozen=True)
class Margins:
    """One linear bound per intent; `curve` turns a margin into the chance of being right."""

    names: tuple[str, ...]
    weights: Weights
    heed: float
    slopes: Array
    offsets: Array
    curve: tuple[float, float] = UNMEASURED
    limit: Limit = field(default_factory=Limit)

    @classmethod
    def learned(
        cls, texts: list[str], intents: list[str], closeness: float, refused: float = 0.0
    ) -> "Margins":
        """Fit the bounds, and measure on texts that were left out how far they can be trusted.

        `refused` is the share of messages inside the scope that may be taken for outside.
        """
        weights = Weights.learned(texts)
        seen = partial(_rows, weights.apply(texts), meanings(texts))
        labels = np.array(intents)
        leftout = LeftOut(labels, lambda: _bounds(closeness))
        heed = leftout.choice(HEEDS, seen, CLEARLY)
        rows = seen(heed)
        margins = leftout.margins(rows)
        model = _bounds(closeness).fit(rows, labels)
        names = tuple(map(str, model.classes_))
        slopes, offsets = model.coef_, model.intercept_
        if len(names) == 2:  # a single bound tells the two apart
            slopes, offsets = np.vstack([-slopes, slopes]), np.hstack([-offsets, offsets])
        curve = leftout.curve(margins)
        limit = Limit.measured(margins, names, labels, refused)
        bounds = slopes.astype(np.float32), offsets.astype(np.float32)
        return cls(names, weights, heed, *bounds, curve, limit)

    def margins(self, texts: list[str]) -> Array:
        """For each text how far it lies within the bounds of each intent."""
        rows = _rows(self.weights.apply(texts), meanings(texts), self.heed)
        return np.asarray(rows @ self.slopes.T + self.offsets)

    def chances(self, margins: Array) -> Array:
        """The chance of each intent, each seen alone: they need not add up to 1."""
        steepness, lift = self.curve
        return 1 / (1 + np.exp(-(steepness * margins + lift)))

    def confidences(self, texts: list[str]) -> Array:
        """For each text the chance of each intent."""
        return self.chances(self.margins(texts))

    def arrays(self) -> dict[str, Array]:
        """Everything that was learned, to be stored."""
        rarity = {f"rarity{n}": part for n, part in enumerate(self.weights.rarity)}
        bounds = {"slopes": self.slopes, "offsets": self.offsets, "curve": np.array(self.curve)}
        trust = {"heed": np.array(self.heed), "limit": np.array(self.limit.least)}
        return {"names": np.array(self.names), **bounds, **trust, **rarity}

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, Array]) -> "Margins":
        """What was stored."""
        rarity = tuple(arrays[name] for name in sorted(arrays) if name.startswith("rarity"))
        steepness, lift = map(float, arrays["curve"])
        names = tuple(map(str, arrays["names"]))
        bounds = arrays["slopes"], arrays["offsets"]
        limit = Limit.of(names, float(arrays["limit"]))
        heed = float(arrays["heed"])
        return cls(names, Weights(rarity), heed, *bounds, (steepness, lift), limit)


def _bounds(closeness: float) -> LinearSVC:
    # A looser tolerance than usual costs no accuracy and a quarter less time.
    return LinearSVC(C=closeness, tol=1e-2, random_state=SEED)


def _rows(words: csr_matrix, meant: Array, heed: float) -> csr_matrix:
    return hstack([words, csr_matrix(heed * meant)], format="csr")
