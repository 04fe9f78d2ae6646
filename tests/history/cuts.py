"""Connections break in every way, between people and doors and between doors and database."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.history.doors import Doors
from tests.history.lines import Line, Mood
from tests.history.pairs import Pairs, pairs

WAYS = ("people", "database")
ALL_AT_ONCE = "all at once"
MOODS = (Mood.BEFORE, Mood.AFTER, Mood.HALF_OPEN, Mood.DELAYED, ALL_AT_ONCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much is cut, and how long people wait for what they see to be right again."""

    cuts: int
    pairs: int = 8
    broken_s: float = 0.8
    pause_s: float = 0.1
    heal_s: float = 60.0
    within_s: float = 600.0


@dataclass(slots=True)
class Outcome:
    """What was cut, how long each healing took, and what was wrong afterwards."""

    cuts: Counter[str] = field(default_factory=Counter)
    healed_s: list[float] = field(default_factory=list)
    said: int = 0
    broken: Sequence[str] = ()


async def cut(doors: Doors, size: Size, seed: int) -> Outcome:
    """Round after round: break something while all talk, mend it, wait until all is heard."""
    dice, outcome, begun = random.Random(seed), Outcome(), time.perf_counter()
    before = _counted(doors)
    async with pairs(doors.product, doors.urls, size.pairs, seed) as talking:
        for number in range(10**6):
            way, mood = WAYS[number % 2], MOODS[number // 2 % len(MOODS)]
            outcome.healed_s.append(await _round(doors, talking, size, dice, (way, mood)))
            outcome.cuts = _counted(doors) - before
            late = time.perf_counter() - begun > size.within_s
            if late or (outcome.cuts.total() >= size.cuts and number + 1 >= 2 * len(MOODS)):
                break
        outcome.broken = await talking.broken()
        outcome.said = sum(len(it.customer.sent) + len(it.agent.sent) for it in talking.each)
    return outcome


async def _round(
    doors: Doors, talking: Pairs, size: Size, dice: random.Random, what: tuple[str, str]
) -> float:
    """Seconds from mending to the moment when every device has heard everything."""
    enough = asyncio.Event()
    words = asyncio.create_task(talking.talk(enough, size.pause_s))
    way, mood = what
    broken = doors.ways if way == "people" else [doors.database]
    await asyncio.sleep(size.pause_s)
    await _break(doors, broken, mood, size.broken_s * dice.uniform(0.5, 1.5))
    enough.set()
    await asyncio.to_thread(doors.lines.each, broken, Line.mend)
    mended = time.perf_counter()
    async with asyncio.timeout(size.heal_s):
        await words
        await talking.converged(size.heal_s)
    took = time.perf_counter() - mended
    await talking.own_again()
    return took


async def _break(doors: Doors, broken: list[Line], mood: str, for_s: float) -> None:
    for line in broken:
        line.mood = Mood.FINE if mood == ALL_AT_ONCE else Mood(mood)
    if mood == ALL_AT_ONCE:
        await asyncio.to_thread(doors.lines.each, broken, Line.cut_all)
    await asyncio.sleep(for_s)


def _counted(doors: Doors) -> Counter[str]:
    """How many connections were cut so far, by where and how."""
    found: Counter[str] = Counter()
    for way, lines in (("people", doors.ways), ("database", [doors.database])):
        for line in lines:
            for mood, times in line.cuts.items():
                name = ALL_AT_ONCE if mood is Mood.FINE else str(mood)
                found[f"{way}: {name}"] += times
    return found
