"""A part of a run: a promise, and how it is tried."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from bench.faults.finding import Finding
from bench.faults.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How much of everything; times in seconds."""

    kills: int = 300
    cuts: int = 1_000
    claims: int = 20_000
    redis_away_s: float = 120.0
    crashes: int = 10
    full_s: float = 20.0
    clocks_s: float = 20.0
    sockets: int = 10_000
    idle_s: float = 120.0


@dataclass(frozen=True, slots=True)
class Try:
    """One start of a part: what to do it with, and until when it must have ended."""

    stage: Stage
    sizes: Sizes
    seed: int
    within_s: float


Prove = Callable[[Try], Coroutine[Any, Any, Finding]]


def least(_sizes: Sizes) -> float:
    """Of a part that needs the same whatever is asked for."""
    return 0.0


AROUND_S = 60.0
"""What a part needs before and after what it waits for."""


@dataclass(frozen=True, slots=True)
class Part:
    """A promise and its proof.

    `least_s` is what it needs to be worth a start, `weight` its share of the time that is left.
    """

    name: str
    promise: str
    prove: Prove
    least_s: float = 60.0
    weight: int = 2
    needs: Callable[[Sizes], float] = least
    """Seconds, where they depend on what is asked for."""
