"""Customers who go on writing whatever breaks, and what they know afterwards."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from uuid import uuid4

from aiohttp import ClientError, ClientSession

from bench.chat import Chat, Json, Refused, chat, identity
from tests.history.checker import History, Outcome, Sent

QUESTIONS = (
    "Wo bleibt mein Geld?",
    "How do milestones work?",
    "Wie lange dauert die Identitätsprüfung?",
    "What does a withdrawal cost?",
    "hello",
    "danke",
)

GIVE_UP_S = 90.0
"""So long a device tries to get one message through."""


@dataclass(frozen=True, slots=True)
class Timed:
    """When a message was first sent, and when its sender knew."""

    seq: int
    began: float
    known: float


@dataclass(eq=False, slots=True)
class Writer:
    """One customer with one device; sends the next message once the last is settled."""

    device: Chat
    dice: random.Random
    sent: list[Sent] = field(default_factory=list)
    timed: list[Timed] = field(default_factory=list)
    texts: Sequence[str] = QUESTIONS
    failed: int = 0
    """Attempts that left open what had happened."""

    async def write(self, until: asyncio.Event, pause_s: float) -> None:
        """Until told to stop; every message is settled before the next."""
        while not until.is_set():
            await self._settle(str(uuid4()), self.dice.choice(self.texts))
            await asyncio.sleep(pause_s * self.dice.uniform(0.5, 1.5))

    async def _settle(self, message: str, text: str) -> None:
        """The same id until there is an answer: that is what an outbox does."""
        began = time.perf_counter()
        try:
            async with asyncio.timeout(GIVE_UP_S):
                receipt = await self._through(message, text)
        except TimeoutError:
            self.sent.append(Sent(message, Outcome.UNKNOWN))
        except Refused:
            self.sent.append(Sent(message, Outcome.FAIL))
        else:
            self.sent.append(Sent(message, Outcome.OK, receipt["seq"], receipt.get("epoch")))
            self.timed.append(Timed(receipt["seq"], began, time.perf_counter()))

    async def _through(self, message: str, text: str) -> Json:
        for attempt in range(10**6):
            try:
                return await self.device.try_to_say(message, text, attempt)
            except (ClientError, ConnectionError, TimeoutError):
                self.failed += 1
                await asyncio.sleep(0.2)
        raise AssertionError("unreachable")

    async def history(self) -> History:
        """What this customer can testify, once the device has caught up."""
        log = await self.device.log()
        await self.device.until(lambda event: event["seq"] >= len(log))
        return History(self.device.conversation, self.sent, log, [self.device.heard])

    async def settled(self, within_s: float) -> None:
        """Wait until the last message is answered, or a person was asked for."""
        done = {"assistant_said", "assistant_failed", "human_asked"}
        async with asyncio.timeout(within_s):
            while True:
                said = [
                    event["seq"] for event in self.device.heard if event["type"] == "customer_said"
                ]
                last = max(said, default=0)
                answered = (
                    event["type"] == "human_asked" or event.get("in_reply_to", 0) >= last
                    for event in self.device.heard
                    if event["type"] in done
                )
                if any(answered):
                    return
                await asyncio.sleep(0.2)


@asynccontextmanager
async def writers(
    http: ClientSession, urls: list[str], secret: str, number: int, seed: int
) -> AsyncIterator[list[Writer]]:
    """Signed-in customers, each listening."""
    everybody: list[Writer] = []
    async with AsyncExitStack() as stack:
        for n in range(number):
            token = identity(f"writer-{seed}-{n}-{uuid4()}", secret)
            body = {"channel": "in_app", "language": "en", "identity": token}
            device = await stack.enter_async_context(chat(http, urls, body))
            everybody.append(Writer(device, random.Random(f"{seed}-{n}")))
        yield everybody
