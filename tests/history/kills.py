"""Any process dies at any moment while customers write."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from aiohttp import ClientSession, TCPConnector

from local.product import Product
from local.programs import HANDOFF
from tests.history.checker import check
from tests.history.doors import NAMES, UNLIMITED
from tests.history.writers import Writer, writers

EVERYTHING = (*NAMES, "postgres", "redis", "actions", "rasa")
LOOK_S = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many die, how fast one after the other, and how much is said meanwhile."""

    kills: int
    names: Sequence[str] = EVERYTHING
    between_s: float = 1.8
    customers: int = 50
    pause_s: float = 0.7
    heal_s: float = 240.0
    within_s: float = 900.0


@dataclass(slots=True)
class Outcome:
    """Who died, how much was said and heard, and what was wrong with it."""

    kills: Counter[str] = field(default_factory=Counter)
    said: int = 0
    unknown: int = 0
    rate: float = 0.0
    broken: Sequence[str] = ()


def whole() -> Product:
    """Every process, the front door three times."""
    return Product(doors=len(NAMES), environment=UNLIMITED)


async def killed(product: Product, size: Size, seed: int) -> Outcome:
    """Kill at random whatever runs, then let everything heal and ask everybody."""
    outcome, stop = Outcome(), asyncio.Event()
    async with (
        ClientSession(connector=TCPConnector(limit=0)) as http,
        writers(http, product.urls, product.secrets["identity"], size.customers, seed) as everybody,
    ):
        begun = time.perf_counter()
        writing = [asyncio.create_task(it.write(stop, size.pause_s)) for it in everybody]
        await _killing(product, size, random.Random(seed), outcome)
        stop.set()
        await asyncio.gather(*writing)
        took_s = time.perf_counter() - begun
        await _healed(product, size, everybody)
        histories = [await it.history() for it in everybody]
    sent = [it for history in histories for it in history.sent]
    outcome.said = len(sent)
    outcome.unknown = sum(it.seq is None for it in sent)
    outcome.rate = len(sent) / took_s
    outcome.broken = [f"{it.broken}: {it.conversation} {it.where}" for it in check(histories)]
    return outcome


async def _killing(product: Product, size: Size, dice: random.Random, outcome: Outcome) -> None:
    """Only what answers can be killed: the others are on their way back already."""
    limit = time.perf_counter() + size.within_s
    while outcome.kills.total() < size.kills and time.perf_counter() < limit:
        await asyncio.sleep(size.between_s * dice.uniform(0.5, 1.5))
        ready = [it for it in size.names if await asyncio.to_thread(product.is_ready, it)]
        if possible := [it for it in ready if _can_die(it, ready, size.names)]:
            name = dice.choice(possible)
            await asyncio.to_thread(product.kill, name)
            outcome.kills[name] += 1


def _can_die(name: str, ready: Sequence[str], names: Sequence[str]) -> bool:
    """Of several front doors one is left: where nobody gets in, nothing is proved."""
    doors = [it for it in names if it.startswith(HANDOFF)]
    left = [it for it in doors if it in ready and it != name]
    return name not in doors or len(doors) == 1 or bool(left)


async def _healed(product: Product, size: Size, everybody: Sequence[Writer]) -> None:
    for name in size.names:
        await asyncio.to_thread(product.await_ready, name)
    await asyncio.gather(*(it.settled(size.heal_s) for it in everybody))
