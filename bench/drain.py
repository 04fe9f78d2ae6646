"""A long line meets a team that has just come in: until everybody was helped."""

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field

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
WITHIN_S = 120.0
"""Longer nobody waits for a busy machine: what was done by then tells the pace."""


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
    helped = _Helped()
    async with consoles(http, product.url, members) as everybody:
        begun = time.perf_counter()
        with effort(product, *SERVERS) as spent:
            async with asyncio.TaskGroup() as helping:
                tasks = [helping.create_task(helped.by(it)) for it in everybody]
                with suppress(TimeoutError):
                    async with asyncio.timeout(WITHIN_S):
                        await helped.enough.wait()
                for task in tasks:
                    task.cancel()
        each_s = (time.perf_counter() - begun) / helped.count
    return each_s * CASES, 1000 * spent.total / helped.count


@dataclass(slots=True)
class _Helped:
    """How many have been, until it is enough."""

    count: int = 0
    enough: asyncio.Event = field(default_factory=asyncio.Event)

    async def by(self, console: Console) -> None:
        """Whoever is offered is helped at once; until cancelled."""
        await console.come_online()
        while True:
            case, _ = await console.offers.get()
            await console.close(case, await console.accept(case))
            self.count += 1
            if self.count >= CASES:
                self.enough.set()
