"""How many waiting cases agents can take in a second: the desk on PostgreSQL, three processes."""

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from threading import Barrier

import uvloop
from aiohttp import ClientSession
from redis.asyncio import Redis
from sqlalchemy import select

from bench import line
from bench.effort import effort
from bench.figures import Figure, growth, percentile
from bench.team import CAPACITY, Member, team
from connectors.vault import SealingVault
from handoff.domain.ids import ConversationId
from handoff.live.fanout import Fanout
from handoff.live.hub import Hub
from handoff.services.desk import Desk
from handoff.storage.tables import ConversationRow
from handoff.storage.work import engine_for, work_on
from local.product import Product

PROCESSES = 3
AGENTS = 510
"""Each takes as many as they can have: 2,040 claims."""
AT_ONCE = 17
"""In each process: 51 agents claim at the same moment."""
SIZES = (2_100, 21_000)
LEASE_S = 40.0
CORES = 2
"""Of the machine for which the aim was set; on one that does other things as well the processor
time tells what it could do alone."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one process has to do."""

    database_url: str
    redis_url: str
    pairs: Sequence[tuple[Member, Sequence[ConversationId]]]
    start: Barrier
    vault_key: str


@dataclass(frozen=True, slots=True)
class Done:
    """What it did: seconds of each claim, of all of them, and its processor time."""

    took: Sequence[float]
    all_s: float
    cpu_s: float


async def measured(product: Product, _http: ClientSession) -> list[Figure]:
    """With the usual number waiting, and with ten times as many."""
    figures: list[Figure] = []
    costs = []
    for waiting in SIZES:
        pairs = await _prepared(product.database_url, waiting)
        done, database_s = await _claimed(product, pairs)
        took = [seconds for it in done for seconds in it.took]
        cpu_ms = 1000 * (database_s + sum(it.cpu_s for it in done)) / len(took)
        name, aim = f"claims, {waiting:,} waiting", "≥ 500" if waiting == SIZES[0] else ""
        figures += [
            Figure(f"{name}: a second", len(took) / max(it.all_s for it in done), "1/s", aim),
            Figure(f"{name}: a second on {CORES} free cores", CORES * 1000 / cpu_ms, "1/s", aim),
            Figure(f"{name}: processor time of each", cpu_ms, "ms"),
            Figure(f"{name}: p99", percentile(took, 99) * 1000, "ms"),
        ]
        costs.append(cpu_ms)
    return [*figures, growth("claim", *costs)]


async def _prepared(
    database_url: str, waiting: int
) -> list[tuple[Member, Sequence[ConversationId]]]:
    engine = engine_for(database_url, pool_size=2, timeout_s=60)
    try:
        await line.cleared(engine)
        await line.waiting(engine, waiting)
        members = await team(engine, AGENTS)
        async with engine.connect() as connection:
            wanted = select(ConversationRow.id).order_by(ConversationRow.queued_at)
            found = await connection.scalars(wanted.limit(AGENTS * CAPACITY))
            cases = list(map(ConversationId, found))
    finally:
        await engine.dispose()
    return [(it, cases[n * CAPACITY : (n + 1) * CAPACITY]) for n, it in enumerate(members)]


async def _claimed(
    product: Product, pairs: Sequence[tuple[Member, Sequence[ConversationId]]]
) -> tuple[list[Done], float]:
    """What every process did, and the database's processor time."""
    loop, vault = asyncio.get_running_loop(), product.secrets["vault"]
    spawn = get_context("spawn")
    with spawn.Manager() as manager, ProcessPoolExecutor(PROCESSES, spawn) as pool:
        start = manager.Barrier(PROCESSES + 1)
        shares = [
            Share(product.database_url, product.redis_url, pairs[n::PROCESSES], start, vault)
            for n in range(PROCESSES)
        ]
        running = [loop.run_in_executor(pool, _run, it) for it in shares]
        await asyncio.to_thread(start.wait)
        with effort(product, "postgres") as spent:
            done = await asyncio.gather(*running)
    return done, spent.total


def _run(share: Share) -> Done:
    return uvloop.run(_work(share))


async def _work(share: Share) -> Done:
    """As a front door does it, hints to the others included."""
    engine = engine_for(share.database_url, pool_size=AT_ONCE, timeout_s=30)
    redis = Redis.from_url(share.redis_url)
    fanout = Fanout(hub=Hub(), redis=redis)
    desk = Desk(work_on(engine), fanout, LEASE_S, SealingVault.of([share.vault_key]))
    publishing = asyncio.create_task(fanout.publish())
    lanes = [_cases(share.pairs[number::AT_ONCE]) for number in range(AT_ONCE)]
    try:
        # The first of each lane opens its connection and lets it learn the statements.
        await asyncio.gather(*(_claim(desk, lane[:1]) for lane in lanes))
        await asyncio.to_thread(share.start.wait)
        begun, cpu = time.perf_counter(), time.process_time()
        took = await asyncio.gather(*(_claim(desk, lane[1:]) for lane in lanes))
        all_s, cpu_s = time.perf_counter() - begun, time.process_time() - cpu
    finally:
        publishing.cancel()
        await asyncio.gather(publishing, return_exceptions=True)
        await redis.aclose()
        await engine.dispose()
    return Done([seconds for one in took for seconds in one], all_s, cpu_s)


def _cases(
    pairs: Sequence[tuple[Member, Sequence[ConversationId]]],
) -> list[tuple[Member, ConversationId]]:
    return [(member, case) for member, cases in pairs for case in cases]


async def _claim(desk: Desk, lane: Sequence[tuple[Member, ConversationId]]) -> list[float]:
    """One after another; seconds of each."""
    took = []
    for member, case in lane:
        started = time.perf_counter()
        await desk.accept(member.agent, case, epoch=0)
        took.append(time.perf_counter() - started)
    return took
