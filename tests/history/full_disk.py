"""The disk under PostgreSQL fills up while people talk, and is emptied again."""

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

from tests.history.doors import Doors
from tests.history.pairs import pairs
from tests.history.writers import Writer

WORDS = "where is my money it was to be here by now and nobody can tell me when it will come"


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many talk, and how long it stays full."""

    pairs: int = 3
    pause_s: float = 0.05
    before_s: float = 2.0
    full_s: float = 10.0
    heal_s: float = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What happened while it was full, and how soon all was well again."""

    said: int
    refused: int
    """Attempts that got an error instead of an acknowledgement."""
    healed_s: float
    broken: Sequence[str]


async def filled(doors: Doors, size: Size, seed: int) -> Outcome:
    """Everybody goes on writing; the disk must be one that can be filled."""
    async with pairs(doors.product, doors.urls, size.pairs, seed) as all_pairs:
        ends = [end for pair in all_pairs.each for end in (pair.customer, pair.agent)]
        for end in ends:
            end.texts = _long(seed)
        async with all_pairs.talking(size.pause_s):
            await asyncio.sleep(size.before_s)
            await asyncio.to_thread(doors.disk.fill)
            try:
                await asyncio.sleep(size.full_s)
            finally:
                await asyncio.to_thread(doors.disk.empty)
            emptied = time.perf_counter()
            await _heard_of(ends, emptied, size.heal_s)
        await all_pairs.converged(size.heal_s)
        return Outcome(
            said=sum(len(end.sent) for end in ends),
            refused=sum(end.failed for end in ends),
            healed_s=max(_first_after(end, emptied) for end in ends) - emptied,
            broken=await all_pairs.broken(),
        )


async def _heard_of(ends: Sequence[Writer], after: float, within_s: float) -> None:
    """Everybody has been told again that something was kept."""
    async with asyncio.timeout(within_s):
        while not all(end.timed and end.timed[-1].known > after for end in ends):  # noqa: ASYNC110
            await asyncio.sleep(0.05)


def _first_after(end: Writer, at: float) -> float:
    return min(it.known for it in end.timed if it.known > at)


def _long(seed: int) -> list[str]:
    """Texts that no compression makes small: little room is filled by few of them."""
    dice, words = random.Random(seed), WORDS.split()
    return [" ".join(dice.choices(words, k=1_400)) for _ in range(20)]
