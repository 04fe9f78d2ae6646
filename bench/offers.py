"""From a place that becomes free to the offer on the agent's screen."""

import asyncio
import time

from aiohttp import ClientSession

from bench import line
from bench.consoles import Console, consoles
from bench.effort import effort
from bench.figures import Figure, growth, latency
from bench.team import busy, team
from handoff.storage.work import engine_for
from local.product import Product

AGENTS = 200
SIZES = (2_000, 20_000)
SAMPLES = 200
RATE = 10.0
"""Places that become free in a second."""
WITHIN_S = 30.0
SERVERS = ("handoff", "postgres", "redis")


async def measured(product: Product, http: ClientSession) -> list[Figure]:
    """Everybody has as many as they can have; with the usual number waiting, and tenfold."""
    figures: list[Figure] = []
    costs = []
    for waiting in SIZES:
        took, cpu_ms = await _offered(product, http, waiting)
        name = f"offer, {AGENTS} agents, {waiting:,} waiting"
        aim = "≤ 150" if waiting == SIZES[0] else ""
        figures += latency(name, took, p99=aim)
        figures.append(Figure(f"{name}: processor time of close, offer, accept", cpu_ms, "ms"))
        costs.append(cpu_ms)
    return [*figures, growth("offer", *costs)]


async def _offered(
    product: Product, http: ClientSession, waiting: int
) -> tuple[list[float], float]:
    engine = engine_for(product.database_url, pool_size=2, timeout_s=60)
    try:
        await line.cleared(engine)
        members = await team(engine, AGENTS)
        places = sum(it.agent.capacity for it in members)
        await line.waiting(engine, waiting + places)
        have = await busy(engine, members)
    finally:
        await engine.dispose()
    async with consoles(http, product.url, members) as everybody:
        await asyncio.gather(*(it.come_online() for it in everybody))
        took: list[float] = []
        with effort(product, *SERVERS) as spent:
            async with asyncio.TaskGroup() as samples:
                for n in range(SAMPLES):
                    console = everybody[n % AGENTS]
                    case = have[console.member.agent.id].pop()
                    samples.create_task(_sample(console, case, took))
                    await asyncio.sleep(1 / RATE)
    return took, 1000 * spent.total / SAMPLES


async def _sample(console: Console, case: str, took: list[float]) -> None:
    """From the click that ends one chat to the offer of the next."""
    started = time.perf_counter()
    await console.close(case)
    async with asyncio.timeout(WITHIN_S):
        offered, heard = await console.offers.get()
    took.append(heard - started)
    await console.accept(offered)
