"""Many agents claim the same cases over several front doors, while doors and agents vanish."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import ClientSession, TCPConnector

from local.product import Product
from tests.history import owners
from tests.history.agents import Tally, Worker
from tests.history.board import Board, Console
from tests.history.crowd import crowd
from tests.history.doors import NAMES
from tests.history.owners import Wrong
from tests.history.staff import Member, team
from tests.history.witness import Witness

LEASE_S = 6.0
"""So soon an agent whose console is silent loses their cases, here."""

IDLE_S = 0.02
"""An agent who finds nothing to do looks again so soon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much is tried, and how often something breaks."""

    claims: int
    agents: int = 50
    leads: int = 10
    capacity: int = 3
    cases: int = 220
    kill_every_s: float = 15.0
    vanish_every_s: float = 2.0
    within_s: float = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What happened, and what was wrong with it."""

    tally: Tally
    took_s: float
    killed: int
    vanished: int
    wrong: Sequence[Wrong]
    overloads: Sequence[object]
    events: Mapping[str, int]
    """What the logs hold, by type."""

    @property
    def broken(self) -> list[str]:
        """Every broken promise in words; an empty list is what we want."""
        return [
            *(f"{it.fault}: {it.conversation} at {it.seq}" for it in self.wrong),
            *(f"more than they can have: {it}" for it in self.overloads),
            *(f"a stale write was accepted: {it}" for it in self.tally.stale_accepted),
            *(f"an answer nobody should get: {it}" for it in self.tally.wrong),
        ]


async def claimed(product: Product, size: Size, seed: int) -> Outcome:
    """Until enough was claimed; the product must have been opened with `LEASE_S`."""
    witness = Witness(product.database_url)
    await witness.look_on()
    members = await team(
        product.database_url, size.agents, capacity=size.capacity, leads=size.leads
    )
    board, tally = Board(), Tally()
    async with (
        ClientSession(connector=TCPConnector(limit=0)) as http,
        _consoles(http, product.urls, members, board) as consoles,
        crowd(http, product, board, size.cases, random.Random(f"{seed}-customers")),
    ):
        workers = [
            Worker(http, product.urls, me, members, board, tally, random.Random(f"{seed}-{n}"))
            for n, me in enumerate(members)
        ]
        faults = _Faults(product, consoles, random.Random(seed))
        begun = time.perf_counter()
        async with faults.happening(size):
            await asyncio.gather(*(_working(it, size, begun) for it in workers))
        took_s = time.perf_counter() - begun
    logs = await witness.logs()
    return Outcome(
        tally=tally,
        took_s=took_s,
        killed=faults.killed,
        vanished=faults.vanished,
        wrong=owners.check(logs, tally.written),
        overloads=await witness.overloads(),
        events=Counter(event["type"] for log in logs.values() for event in log),
    )


async def _working(worker: Worker, size: Size, begun: float) -> None:
    """Until all have claimed enough together, or time is up."""
    while worker.tally.claims < size.claims and time.perf_counter() - begun < size.within_s:
        if not await worker.act():
            await asyncio.sleep(IDLE_S)


@asynccontextmanager
async def _consoles(
    http: ClientSession, urls: Sequence[str], members: Sequence[Member], board: Board
) -> AsyncIterator[Sequence[Console]]:
    """Everybody is there; one console at each door shows what it hears on the board."""
    consoles = [
        Console(
            http, urls[n % len(urls)], member, board if n < len(urls) else None, ping_s=LEASE_S / 3
        )
        for n, member in enumerate(members)
    ]
    await asyncio.gather(*(it.come_online() for it in consoles))
    tasks = [asyncio.create_task(it.run()) for it in consoles]
    try:
        yield consoles
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(it.leave() for it in consoles))


@dataclass(eq=False, slots=True)
class _Faults:
    """Doors are killed, agents fall silent."""

    product: Product
    consoles: Sequence[Console]
    dice: random.Random
    killed: int = 0
    vanished: int = 0

    @asynccontextmanager
    async def happening(self, size: Size) -> AsyncIterator[None]:
        """As long as the block lasts; afterwards every door is there."""
        tasks = [
            asyncio.create_task(self._killing(size.kill_every_s)),
            asyncio.create_task(self._vanishing(size.vanish_every_s)),
        ]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self.everybody_ready()

    async def everybody_ready(self) -> None:
        """Only what runs can be killed, and somebody must be left to go on."""
        for name in NAMES:
            await asyncio.to_thread(self.product.await_ready, name)

    async def _killing(self, every_s: float) -> None:
        while True:
            await asyncio.sleep(every_s * self.dice.uniform(0.5, 1.5))
            await self.everybody_ready()
            await asyncio.to_thread(self.product.kill, self.dice.choice(NAMES))
            self.killed += 1

    async def _vanishing(self, every_s: float) -> None:
        """Never those who keep the board."""
        while True:
            await asyncio.sleep(every_s * self.dice.uniform(0.5, 1.5))
            quiet = self.dice.choice(self.consoles[len(NAMES) :])
            if quiet.awake.is_set():
                quiet.awake.clear()
                asyncio.get_running_loop().call_later(2 * LEASE_S, quiet.awake.set)
                self.vanished += 1
