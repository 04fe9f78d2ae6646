"""Shares of few: how sure they are."""

from dataclasses import dataclass
from math import sqrt

Z95 = 1.959963984540054
"""The standard normal quantile of 0.975: 95 % lie within."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share in 0..1, with the bounds of its 95 % interval."""

    value: float
    low: float
    high: float


def share(part: int, whole: int) -> Share | None:
    """With the score interval, which holds for few and for extreme shares too; None of nothing.

    E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
    Journal of the American Statistical Association 22 (158), 1927, pp. 209-212.
    """
    if whole == 0:
        return None
    value, weight = part / whole, Z95**2 / whole
    centre = value + weight / 2
    spread = Z95 * sqrt(value * (1 - value) / whole + weight / (4 * whole))
    # Rounding may lead a hair beyond a bound that is exactly 0 or 1.
    low, high = (centre - spread) / (1 + weight), (centre + spread) / (1 + weight)
    return Share(value=value, low=max(low, 0.0), high=min(high, 1.0))
