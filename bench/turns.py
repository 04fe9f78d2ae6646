"""How long a turn of the assistant takes: bare Rasa, and through the front door."""

import asyncio
import time
from uuid import uuid4

from aiohttp import ClientSession

from bench import bare
from bench.arrivals import arrivals
from bench.bare import LOAD_S, QUESTIONS
from bench.figures import Figure, latency, percentile
from local.product import Product

CONVERSATIONS = 30
WARM_UP = 20
SENDERS = (1, 8, 32)


async def measured(product: Product, http: ClientSession) -> list[Figure]:
    """Both kinds of turn alternate, so that the machine's moods hit both alike."""
    figures = await _ratio(product, http)
    figures += await bare.measured(product, http)
    for senders in SENDERS:
        figures.append(await _throughput(product, http, senders))
    return figures


async def _ratio(product: Product, http: ClientSession) -> list[Figure]:
    alone: list[float] = []
    through: list[float] = []
    for _ in range(CONVERSATIONS):
        async with arrivals(product, http, 1) as (device,):
            sender = str(uuid4())
            for n, question in enumerate(QUESTIONS):
                alone.append(await bare.asked(product, http, sender, n, question))
                through.append(await device.ask(question))
    alone, through = alone[WARM_UP:], through[WARM_UP:]
    ratio = percentile(through, 50) / percentile(alone, 50)
    return [
        *latency("a bare Rasa turn, one sender", alone),
        *latency("a turn through the front door, one sender", through, p50="≤ 20", p99="≤ 60"),
        Figure("front door / bare, p50", ratio, "×", "≤ 1.3"),
    ]


async def _throughput(product: Product, http: ClientSession, senders: int) -> Figure:
    """Each sender asks again as soon as the answer is there."""
    begun = time.perf_counter()
    ends = begun + LOAD_S
    counts = await asyncio.gather(*(_asked_until(product, http, ends) for _ in range(senders)))
    took = time.perf_counter() - begun
    return Figure(f"front door, {senders} at once: turns", sum(counts) / took, "1/s")


async def _asked_until(product: Product, http: ClientSession, ends: float) -> int:
    count = 0
    while time.perf_counter() < ends:
        async with arrivals(product, http, 1) as (device,):
            for question in QUESTIONS:
                await device.ask(question)
                count += 1
    return count
