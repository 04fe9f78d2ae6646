"""Rasa stands still without ending: customers are offered a person, agents notice nothing."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from uuid import uuid4

from aiohttp import ClientSession, TCPConnector

from bench.chat import Chat, Json, chat, identity
from local.product import Product
from local.programs import RASA_SERVER
from tests.history.pairs import Delivery, pairs

OFFERS_PERSON = frozenset({"assistant_failed", "human_asked"})
"""What shows a person: an apology with a button, or the queue itself."""

ANSWERS = OFFERS_PERSON | {"assistant_said"}
HEAL_S = 120.0
AGAIN_S = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many ask the assistant, one after the other, while pairs talk."""

    asking: int = 5
    pairs: int = 3
    pause_s: float = 0.3
    before_s: float = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Seconds until a person was offered; how pairs fared before and meanwhile."""

    offered_s: Sequence[float]
    before: Sequence[Delivery]
    meanwhile: Sequence[Delivery]
    answered_after_s: float
    """Until it answers again, the rest that it is given included."""
    broken: Sequence[str]


async def frozen(product: Product, size: Size, seed: int) -> Outcome:
    """Stopped while people talk, and continued afterwards whatever happens."""
    async with (
        pairs(product, product.urls, size.pairs, seed) as all_pairs,
        _asking(product, size.asking + 1) as devices,
    ):
        async with all_pairs.talking(size.pause_s):
            await asyncio.sleep(size.before_s)
            await asyncio.to_thread(product.send, RASA_SERVER, signal.SIGSTOP)
            stopped = time.perf_counter()
            try:
                offered = [await _offered(device) for device in devices[:-1]]
            finally:
                await asyncio.to_thread(product.send, RASA_SERVER, signal.SIGCONT)
                went_on = time.perf_counter()
        await all_pairs.converged(HEAL_S)
        took = all_pairs.took()
        return Outcome(
            offered_s=offered,
            before=[it for it in took if it.began < stopped],
            meanwhile=[it for it in took if stopped <= it.began <= went_on],
            answered_after_s=await _answered(devices[-1]) - went_on,
            broken=await all_pairs.broken(),
        )


async def _offered(device: Chat) -> float:
    """Seconds from the question to the moment when the device shows a person."""
    began = time.perf_counter()
    receipt = await device.say("Where is my money?")
    shown = await device.until(_after(receipt["seq"], OFFERS_PERSON))
    return device.arrived[shown["seq"]] - began


def _after(seq: int, types: frozenset[str]) -> Callable[[Json], bool]:
    return lambda event: event["seq"] > seq and event["type"] in types


async def _answered(device: Chat) -> float:
    """When the assistant answers again: it is given a rest before it is asked once more."""
    async with asyncio.timeout(HEAL_S):
        while True:
            receipt = await device.say("How do milestones work?")
            said = await device.until(_after(receipt["seq"], ANSWERS))
            if said["type"] == "assistant_said":
                return device.arrived[said["seq"]]
            if said["type"] == "human_asked":
                await device.back_to_assistant()
            await asyncio.sleep(AGAIN_S)


@asynccontextmanager
async def _asking(product: Product, number: int) -> AsyncIterator[list[Chat]]:
    async with ClientSession(connector=TCPConnector(limit=0)) as http, AsyncExitStack() as stack:
        devices = []
        for _ in range(number):
            token = identity(f"frozen-{uuid4()}", product.secrets["identity"])
            body = {"channel": "in_app", "language": "en", "identity": token}
            devices.append(await stack.enter_async_context(chat(http, product.urls, body)))
        yield devices
