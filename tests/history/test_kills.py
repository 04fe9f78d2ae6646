"""Processes die at random while customers write: nothing is lost, doubled or out of order."""

import asyncio
import random

from aiohttp import ClientSession

from local.product import Product
from tests.history.checker import check
from tests.history.writers import Writer, writers

CUSTOMERS = 20
PAUSE_S = 1.0
KILLS = ("handoff", "redis", "actions", "handoff", "rasa", "handoff", "redis")
BETWEEN_S = 4.0
HEAL_S = 90.0
SEED = 20261124


async def test_nothing_is_lost_doubled_or_reordered_when_processes_are_killed(
    product: Product,
) -> None:
    dice = random.Random(SEED)
    stop = asyncio.Event()
    async with (
        ClientSession() as http,
        writers(http, product.urls, product.secrets["identity"], CUSTOMERS, SEED) as everybody,
    ):
        writing = [asyncio.create_task(it.write(stop, PAUSE_S)) for it in everybody]

        for name in dice.sample(KILLS, len(KILLS)):
            await asyncio.sleep(dice.uniform(0.5, 1.5) * BETWEEN_S)
            await _killed(product, name)
        stop.set()
        await asyncio.gather(*writing)
        await _healed(product, everybody)
        histories = [await it.history() for it in everybody]

    assert check(histories) == []
    said = sum(len(history.sent) for history in histories)
    assert said >= CUSTOMERS * len(KILLS), "too few messages to prove anything"


async def _killed(product: Product, name: str) -> None:
    """As a crash would; only what runs can be killed."""
    await asyncio.to_thread(product.await_ready, name)
    await asyncio.to_thread(product.kill, name)


async def _healed(product: Product, everybody: list[Writer]) -> None:
    for name in sorted(set(KILLS)):
        await asyncio.to_thread(product.await_ready, name)
    await asyncio.gather(*(it.settled(HEAL_S) for it in everybody))
