"""How long a turn of the assistant takes: bare Rasa, and through the front door."""

import asyncio
import time
from uuid import uuid4

from aiohttp import ClientSession

from bench.arrivals import arrivals
from bench.figures import Figure, latency, percentile
from local.product import Product

QUESTIONS = ("hello", "How do milestones work?", "thanks", "What does a withdrawal cost?")
TURNS = 10
"""Of one conversation. Rasa reads a whole conversation at each turn: endless ones measure that."""

CONVERSATIONS = 22
WARM_UP = 20
SENDERS = (1, 8, 32)
LOAD_S = 15.0


async def measured(product: Product, http: ClientSession) -> list[Figure]:
    """Both kinds of turn alternate, so that the machine's moods hit both alike."""
    figures = await _ratio(product, http)
    for senders in SENDERS:
        figures.append(await _throughput(product, http, senders))
    return figures


async def _ratio(product: Product, http: ClientSession) -> list[Figure]:
    bare: list[float] = []
    through: list[float] = []
    for _ in range(CONVERSATIONS):
        async with arrivals(product, http, 1) as (device,):
            sender = str(uuid4())
            for n in range(TURNS):
                question = QUESTIONS[n % len(QUESTIONS)]
                bare.append(await _bare(product, http, sender, n, question))
                through.append(await device.ask(question))
    bare, through = bare[WARM_UP:], through[WARM_UP:]
    ratio = percentile(through, 50) / percentile(bare, 50)
    return [
        *latency("a bare Rasa turn", bare),
        *latency("the same through the front door", through, p50="≤ 20", p99="≤ 60"),
        Figure("front door / bare, p50", ratio, "×", "≤ 1.3"),
    ]


async def _bare(product: Product, http: ClientSession, sender: str, n: int, question: str) -> float:
    turn = {
        "sender": sender,
        "message_id": f"{sender}:{n}",
        "text": question,
        "metadata": {
            "language": "en",
            "channel": "web",
            "page_url": None,
            "customer": {"sub": None, "kind": "visitor", "verified": False, "name": None},
        },
    }
    headers = {"Authorization": f"Bearer {product.secrets['channel']}"}
    url = f"{product.rasa_url}/webhooks/lotse/turn"
    started = time.perf_counter()
    async with http.post(url, json=turn, headers=headers) as response:
        response.raise_for_status()
        assert (await response.json())["replies"]
    return time.perf_counter() - started


async def _throughput(product: Product, http: ClientSession, senders: int) -> Figure:
    """Each sender asks again as soon as the answer is there."""
    begun = time.perf_counter()
    ends = begun + LOAD_S
    counts = await asyncio.gather(*(_asked_until(product, http, ends) for _ in range(senders)))
    aim = "≥ 150" if senders == max(SENDERS) else ""
    took = time.perf_counter() - begun
    return Figure(f"turns with {senders} senders", sum(counts) / took, "1/s", aim)


async def _asked_until(product: Product, http: ClientSession, ends: float) -> int:
    asked = 0
    while time.perf_counter() < ends:
        async with arrivals(product, http, 1) as (device,):
            for n in range(TURNS):
                await device.ask(QUESTIONS[n % len(QUESTIONS)])
                asked += 1
    return asked
