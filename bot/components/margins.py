"""A linear classifier with honest confidences: how far a text lies within each intent's bounds."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.svm import LinearSVC

from bot.components.wording import Weights

FOLDS = 3
SEED = 1
# Where there are too few examples to measure how often a margin is right.
UNMEASURED = (4.0, 1.0)


@dataclass(frozen=True)
class Margins:
    """One linear bound per intent; `curve` turns a margin into the chance of being right."""

    names: tuple[str, ...]
    weights: Weights
    slopes: np.ndarray
    offsets: np.ndarray
    curve: tuple[float, float]

    @classmethod
    def learned(cls, texts: list[str], intents: list[str], closeness: float) -> "Margins":
        """Fit the bounds, and measure on texts that were left out how far they can be trusted."""
        weights = Weights.learned(texts)
        rows = weights.apply(texts)
        model = LinearSVC(C=closeness, random_state=SEED).fit(rows, intents)
        slopes, offsets = model.coef_, model.intercept_
        if len(model.classes_) == 2:  # a single bound tells the two apart
            slopes, offsets = np.vstack([-slopes, slopes]), np.hstack([-offsets, offsets])
        curve = _measured_curve(LinearSVC(C=closeness, random_state=SEED), rows, intents)
        names = tuple(map(str, model.classes_))
        return cls(names, weights, slopes.astype(np.float32), offsets.astype(np.float32), curve)

    def confidences(self, texts: list[str]) -> np.ndarray:
        """For each text the chance of each intent, each seen alone: they need not add up to 1."""
        margins = np.asarray(self.weights.apply(texts) @ self.slopes.T + self.offsets)
        steepness, lift = self.curve
        return 1 / (1 + np.exp(-(steepness * margins + lift)))

    def arrays(self) -> dict[str, np.ndarray]:
        """Everything that was learned, to be stored."""
        rarity = {f"rarity{n}": part for n, part in enumerate(self.weights.rarity)}
        bounds = {"slopes": self.slopes, "offsets": self.offsets, "curve": np.array(self.curve)}
        return {"names": np.array(self.names), **bounds, **rarity}

    @classmethod
    def of_arrays(cls, arrays: Mapping[str, np.ndarray]) -> "Margins":
        """What was stored."""
        rarity = tuple(arrays[name] for name in sorted(arrays) if name.startswith("rarity"))
        steepness, lift = map(float, arrays["curve"])
        names = tuple(map(str, arrays["names"]))
        bounds = arrays["slopes"], arrays["offsets"]
        return cls(names, Weights(rarity), *bounds, (steepness, lift))


def _measured_curve(model: LinearSVC, rows: object, intents: list[str]) -> tuple[float, float]:
    fewest = min(Counter(intents).values())
    folds = min(FOLDS, fewest)
    if folds < 2 or len(set(intents)) < 3:
        return UNMEASURED
    split = StratifiedKFold(folds, shuffle=True, random_state=SEED)
    margins = cross_val_predict(model, rows, intents, cv=split, method="decision_function")
    best = margins.argmax(axis=1)
    right = np.unique(intents)[best] == np.array(intents)
    if right.all() or not right.any():
        return UNMEASURED
    fit = LogisticRegression(C=1e6).fit(margins.max(axis=1, keepdims=True), right)
    return float(fit.coef_[0, 0]), float(fit.intercept_[0])
