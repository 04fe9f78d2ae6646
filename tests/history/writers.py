"""Customers who go on writing whatever breaks, and what they know afterwards."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from uuid import uuid4

from aiohttp import ClientError, ClientSession

from bench.chat import Chat, Refused, chat, identity
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


@dataclass(eq=False, slots=True)
class Writer:
    """One customer with one device; sends the next message once the last is settled."""

    device: Chat
    dice: random.Random
    sent: list[Sent] = field(default_factory=list)

    async def write(self, until: asyncio.Event, pause_s: float) -> None:
        """Until told to stop; every message is settled before the next."""
        while not until.is_set():
            await self._settle(str(uuid4()), self.dice.choice(QUESTIONS))
            await asyncio.sleep(pause_s * self.dice.uniform(0.5, 1.5))

    async def _settle(self, message: str, text: str) -> None:
        """The same id until there is an answer: that is what an outbox does."""
        epoch = getattr(self.device, "epoch", None)
        try:
            async with asyncio.timeout(GIVE_UP_S):
                receipt = await self._through(message, text)
        except TimeoutError:
            self.sent.append(Sent(message, Outcome.UNKNOWN))
        except Refused:
            self.sent.append(Sent(message, Outcome.FAIL))
        else:
            self.sent.append(Sent(message, Outcome.OK, receipt, epoch))

    async def _through(self, message: str, text: str) -> int:
        for attempt in range(10**6):
            try:
                seq: int = (await self.device.try_to_say(message, text, attempt))["seq"]
            except (ClientError, ConnectionError, TimeoutError):
                await asyncio.sleep(0.2)
            else:
                return seq
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
