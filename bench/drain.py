"""A long line meets a team that has just come in: until everybody was helped."""

import asyncio
import time

from aiohttp import ClientSession

from bench import line
from bench.consoles import Console, consoles
from bench.effort import effort
from bench.figures import Figure, growth
from bench.offers import SERVERS
from bench.team import team
from handoff.storage.work import engine_for
from local.product import Product

AGENTS = 100
CASES = 2_000
SIZES = (2_000, 20_000)
"""Of the longer line the first 2,000 are served as well."""
WITHIN_S = 600.0


async def measured(product: Product, http: ClientSession) -> list[Figure]:
    """Every chat is over as soon as it is accepted: what remains is the queue's own work."""
    figures: list[Figure] = []
    costs = []
    for waiting in SIZES:
        took_s, cpu_ms = await _drained(product, http, waiting)
        name = f"drain of {CASES:,} of {waiting:,} waiting by {AGENTS} agents"
        figures += [
            Figure(name, took_s, "s"),
            Figure(f"{name}: processor time of each", cpu_ms, "ms"),
        ]
        costs.append(cpu_ms)
    return [*figures, growth("drain", *costs)]


async def _drained(product: Product, http: ClientSession, waiting: int) -> tuple[float, float]:
    engine = engine_for(product.database_url, pool_size=2, timeout_s=60)
    try:
        await line.cleared(engine)
        await line.waiting(engine, waiting)
        members = await team(engine, AGENTS)
    finally:
        await engine.dispose()
    left = asyncio.Semaphore(0)
    async with consoles(http, product.url, members) as everybody:
        begun = time.perf_counter()
        with effort(product, *SERVERS) as spent:
            helping = [asyncio.create_task(_helps(it, left)) for it in everybody]
            async with asyncio.timeout(WITHIN_S):
                for _ in range(CASES):
                    await left.acquire()
        took_s = time.perf_counter() - begun
        for task in helping:
            task.cancel()
        await asyncio.gather(*helping, return_exceptions=True)
    return took_s, 1000 * spent.total / CASES


async def _helps(console: Console, done: asyncio.Semaphore) -> None:
    await console.come_online()
    while True:
        case, _ = await console.offers.get()
        epoch = await console.accept(case)
        await console.close(case, epoch)
        done.release()
