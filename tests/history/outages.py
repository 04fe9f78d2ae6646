"""Redis goes away, PostgreSQL crashes, while people talk across front doors."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from local import postgres
from local.product import Product
from tests.history.doors import NAMES, Doors
from tests.history.pairs import Delivery, Pairs, pairs

NORMAL_S = 1.0
"""What is heard within so long is heard by a hint; what only the sweep finds takes longer."""

PROMISED_S = 5.0
HEAL_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many talk, and how long each phase lasts."""

    pairs: int = 6
    pause_s: float = 0.3
    before_s: float = 3.0
    away_s: float = 10.0
    after_s: float = 12.0


@dataclass(slots=True)
class Outcome:
    """What was measured while it was away and afterwards, and what was wrong."""

    away: Sequence[Delivery] = ()
    after: Sequence[Delivery] = ()
    """What was said once all must be normal again."""
    normal_after_s: float = 0.0
    said: int = 0
    broken: Sequence[str] = ()
    restarts_s: list[float] = field(default_factory=list)
    same_processes: bool = True


async def redis_away(doors: Doors, size: Size, seed: int) -> Outcome:
    """Stopped, and started again after a while; the doors are left alone.

    Agents only listen: a door hears of what was said through it without any hint.
    """
    outcome = Outcome()
    product = doors.product
    doors_before = [product.pid(name) for name in NAMES]
    async with pairs(doors.product, doors.urls, size.pairs, seed) as all_pairs:
        async with all_pairs.talking(size.pause_s, agents=False):
            await asyncio.sleep(size.before_s)
            await asyncio.to_thread(product.stop_process, "redis")
            gone = time.perf_counter()
            await asyncio.sleep(size.away_s)
            await asyncio.to_thread(product.start_process, "redis")
            await asyncio.to_thread(product.await_ready, "redis")
            back = time.perf_counter()
            await asyncio.sleep(size.after_s)
        await _told(outcome, all_pairs)
        took = all_pairs.took()
    outcome.away = [it for it in took if gone <= it.began <= back]
    outcome.after = [it for it in took if it.began > back + PROMISED_S]
    late = [it.began - back for it in took if it.began > back and it.heard_s > NORMAL_S]
    outcome.normal_after_s = max(late, default=0.0)
    outcome.same_processes = doors_before == [product.pid(name) for name in NAMES]
    return outcome


async def postgres_crashes(doors: Doors, times: int, size: Size, seed: int) -> Outcome:
    """Killed in the middle of everything, again and again."""
    outcome = Outcome()
    async with pairs(doors.product, doors.urls, size.pairs, seed) as all_pairs:
        async with all_pairs.talking(size.pause_s):
            for _ in range(times):
                await asyncio.sleep(size.before_s)
                outcome.restarts_s.append(await asyncio.to_thread(_crashed, doors.product))
        await _told(outcome, all_pairs)
    return outcome


def _crashed(product: Product) -> float:
    """Seconds from the moment it accepts again until every door is ready."""
    before = product.kill(postgres.NAME)
    product.await_ready(postgres.NAME, after=before)
    accepts = time.perf_counter()
    for name in NAMES:
        product.await_ready(name)
    return time.perf_counter() - accepts


async def _told(outcome: Outcome, all_pairs: Pairs) -> None:
    await all_pairs.converged(HEAL_S)
    outcome.broken = await all_pairs.broken()
    outcome.said = sum(len(it.customer.sent) + len(it.agent.sent) for it in all_pairs.each)
