"""How long a turn of the assistant takes: bare Rasa, and through the front door."""

import asyncio
import time
from uuid import uuid4

from aiohttp import ClientSession

from bench.arrivals import arrivals
from bench.chat import Chat
from bench.figures import Figure, latency, percentile
from local.product import Product

QUESTIONS = ("hello", "How do milestones work?", "thanks", "What does a withdrawal cost?")
WARM_UP = 20
TURNS = 200
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
    async with arrivals(product, http, 1) as (device,):
        sender = str(uuid4())
        for n in range(WARM_UP + TURNS):
            question = QUESTIONS[n % len(QUESTIONS)]
            alone, front = (
                await _bare(product, http, sender, n, question),
                await device.ask(question),
            )
            if n >= WARM_UP:
                bare.append(alone)
                through.append(front)
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
    async with arrivals(product, http, senders) as devices:
        for device in devices:
            await device.ask("hello")
        ends = time.perf_counter() + LOAD_S
        counts = await asyncio.gather(*(_asked_until(device, ends) for device in devices))
    aim = "≥ 150" if senders == max(SENDERS) else ""
    return Figure(f"turns with {senders} senders", sum(counts) / LOAD_S, "1/s", aim)


async def _asked_until(device: Chat, ends: float) -> int:
    asked = 0
    while time.perf_counter() < ends:
        await device.ask(QUESTIONS[asked % len(QUESTIONS)])
        asked += 1
    return asked
