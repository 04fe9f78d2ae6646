"""A classifier with honest confidences: how far a text lies within each intent's bounds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from bot.components.bounds import Bounds
from bot.components.leftout import OUTSIDE, UNMEASURED, Array, LeftOut, Limit
from bot.components.likeness import SHARED, Seen, nearness
from bot.components.meaning import meanings
from bot.components.wording import Weights


@dataclass(frozen=True)
class Margins:
    """What examples pull towards each intent; `curve` turns a margin into a chance of being right.

    Of the words of all examples only their sum is kept (`slopes`), of their meanings each (`met`).
    """

    names: tuple[str, ...]
    weights: Weights
    focus: float
    slopes: Array
    met: Array
    pulls: Array
    offsets: Array
    curve: tuple[float, float] = UNMEASURED
    limit: Limit = field(default_factory=Limit)

    @classmethod
    def learned(cls, texts: list[str], intents: list[str], refused: float = 0.0) -> "Margins":
        """Fit the bounds, and measure on texts that were left out how far they can be trusted.

        `refused` is the share of messages inside the scope that may be taken for outside.
        """
        names = tuple(map(str, np.unique(intents)))
        named = [name for name in names if name != OUTSIDE]
        said = [*texts, *map(_in_words, named)]
        weights = Weights.learned(said)
        seen = Seen(weights.apply(said), meanings(said))
        bounds, leftout = Bounds.chosen(seen, np.array([*intents, *named]), len(named))
        slopes = SHARED * (seen.words.T @ bounds.pulls)
        labels = np.array(intents)
        curve = LeftOut(labels).curve(leftout)
        limit = Limit.measured(leftout, names, labels, refused)
        fitted = bounds.way.focus, slopes, seen.meant, bounds.pulls, bounds.offsets
        return cls(names, weights, *fitted, curve, limit)

    def margins(self, texts: list[str]) -> Array:
        """For each text how far it lies within the bounds of each intent."""
        by_words = [weights @ self.slopes[at] for at, weights in map(self.weights.of, texts)]
        by_meaning = nearness(meanings(texts), self.met, self.focus) @ self.pulls
        return np.asarray(np.array(by_words) + by_meaning + self.offsets)

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
        bounds = {"slopes": self.slopes, "met": self.met, "pulls": self.pulls}
        trust = {"curve": np.array(self.curve), "limit": np.array(self.limit.least)}
        start = {"focus": np.array(self.focus), "offsets": self.offsets}
        return {"names": np.array(self.names), **start, **bounds, **trust, **rarity}

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, Array]) -> "Margins":
        """What was stored."""
        rarity = tuple(arrays[name] for name in sorted(arrays) if name.startswith("rarity"))
        steepness, lift = map(float, arrays["curve"])
        names = tuple(map(str, arrays["names"]))
        limit = Limit.of(names, float(arrays["limit"]))
        return cls(
            names,
            Weights(rarity),
            float(arrays["focus"]),
            *(arrays["slopes"], arrays["met"], arrays["pulls"], arrays["offsets"]),
            (steepness, lift),
            limit,
        )


def _in_words(name: str) -> str:
    """What an intent is called tells what is meant, which helps where examples are few."""
    return name.replace("_", " ")
