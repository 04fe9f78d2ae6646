"""Turns asked of Rasa's own channel, as the front door asks them."""

import asyncio
import time
from collections.abc import Sequence
from uuid import uuid4

from aiohttp import ClientSession

from bench.figures import Figure, latency
from local.product import Product

QUESTIONS = (
    "hello",
    "Where is my payout?",
    "How do milestones work?",
    "thanks",
    "What does a withdrawal cost?",
    "When will my money arrive?",
    "how are you?",
    "Can I change my bank account?",
    "Why is my payout on hold?",
    "ok, bye",
)
"""A conversation: payouts, articles and small talk by turns."""

LOAD_S = 15.0
SENDERS = {1: "≥ 150", 8: "≥ 150"}


async def measured(product: Product, http: ClientSession) -> list[Figure]:
    """What one Rasa process on PostgreSQL answers, with an action server beside it."""
    figures: list[Figure] = []
    for senders, aim in SENDERS.items():
        begun = time.perf_counter()
        ends = begun + LOAD_S
        each = await asyncio.gather(*(_asked_until(product, http, ends) for _ in range(senders)))
        took = [seconds for one in each for seconds in one]
        rate = len(took) / (time.perf_counter() - begun)
        name = f"one Rasa process, {senders} at once"
        figures += [Figure(f"{name}: turns", rate, "1/s", aim), *latency(name, took)]
    return figures


async def _asked_until(product: Product, http: ClientSession, ends: float) -> Sequence[float]:
    """Asks again as soon as the answer is there; a new conversation after each ten turns."""
    took: list[float] = []
    while time.perf_counter() < ends:
        sender = str(uuid4())
        for n, question in enumerate(QUESTIONS):
            took.append(await asked(product, http, sender, n, question))
    return took


async def asked(
    product: Product, http: ClientSession, sender: str, number: int, question: str
) -> float:
    """Seconds of one turn; nobody who asks has an account, as the front door's guests here."""
    turn = {
        "sender": sender,
        "message_id": f"{sender}:{number}",
        "text": question,
        "metadata": {
            "language": "en",
            "channel": "in_app",
            "page_url": None,
            "customer": {"sub": sender, "kind": "freelancer", "verified": True, "name": None},
        },
    }
    headers = {"Authorization": f"Bearer {product.secrets['channel']}"}
    url = f"{product.rasa_url}/webhooks/lotse/turn"
    started = time.perf_counter()
    async with http.post(url, json=turn, headers=headers) as response:
        response.raise_for_status()
        assert (await response.json())["replies"]
    return time.perf_counter() - started
