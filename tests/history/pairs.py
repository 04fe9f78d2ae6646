"""Customers and agents who talk in pairs, each through another front door, whatever breaks."""

import asyncio
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from uuid import uuid4

from aiohttp import ClientError, ClientSession, TCPConnector

from bench.chat import RETRY_S, Chat, Refused, chat, identity
from local.product import Product
from tests.history import checker, owners
from tests.history.checker import History, Outcome
from tests.history.desks import Desk, desk
from tests.history.owners import Written
from tests.history.staff import Member, team
from tests.history.witness import Witness
from tests.history.writers import Writer

LOOK_S = 0.02
ARRIVE_S = 60.0


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message to the other side; seconds, `began` of the process's clock."""

    began: float
    acknowledged_s: float
    heard_s: float


@dataclass(frozen=True, slots=True)
class Pair:
    """One conversation from both sides."""

    customer: Writer
    agent: Writer
    desk: Desk
    member: Member

    @property
    def conversation(self) -> str:
        """Which one."""
        return self.desk.conversation

    @property
    def heard(self) -> tuple[int, int]:
        """How far both devices have come."""
        return self.customer.device.last_seq, self.desk.last_seq

    def written(self) -> list[Written]:
        """What the agent was told to have written."""
        return [
            Written(self.conversation, it.message, self.member.id, it.epoch, it.seq)
            for it in self.agent.sent
            if it.outcome is Outcome.OK and it.seq is not None and it.epoch is not None
        ]


@dataclass(frozen=True, slots=True)
class Pairs:
    """All of them."""

    each: Sequence[Pair]
    witness: Witness

    async def talk(self, until: asyncio.Event, pause_s: float, *, agents: bool = True) -> None:
        """Every end writes one message after the other, each until it is settled."""
        ends = [pair.customer for pair in self.each]
        ends += [pair.agent for pair in self.each if agents]
        await asyncio.gather(*(end.write(until, pause_s) for end in ends))

    @asynccontextmanager
    async def talking(self, pause_s: float, *, agents: bool = True) -> AsyncIterator[None]:
        """As long as the block lasts; afterwards every message is settled."""
        enough = asyncio.Event()
        words = asyncio.create_task(self.talk(enough, pause_s, agents=agents))
        try:
            yield
        finally:
            enough.set()
            await words

    def took(self) -> list[Delivery]:
        """Of every message of a customer, how long until they knew, and until the agent heard."""
        return [
            Delivery(it.began, it.known - it.began, pair.desk.arrived[it.seq] - it.began)
            for pair in self.each
            for it in pair.customer.timed
            if it.seq in pair.desk.arrived
        ]

    async def converged(self, within_s: float) -> None:
        """Every device has heard what the log says."""
        async with asyncio.timeout(within_s):
            while not await self._all_heard():  # noqa: ASYNC110  # nobody tells us
                await asyncio.sleep(LOOK_S)

    async def _all_heard(self) -> bool:
        last = await self.witness.last_seqs()
        return all(pair.heard == (last[pair.conversation],) * 2 for pair in self.each)

    async def own_again(self) -> None:
        """Whose lease lapsed while nothing came through takes the case once more."""
        await asyncio.gather(*(pair.desk.own() for pair in self.each))

    async def broken(self) -> list[str]:
        """Every broken promise in words."""
        histories = [await _testified(pair) for pair in self.each]
        logs = await self.witness.logs()
        written = [it for pair in self.each for it in pair.written()]
        mine = {pair.conversation: logs[pair.conversation] for pair in self.each}
        return [
            *(f"{it.broken}: {it.conversation} {it.where}" for it in checker.check(histories)),
            *(f"{it.fault}: {it.conversation} {it.seq}" for it in owners.check(mine, written)),
        ]


async def _testified(pair: Pair) -> History:
    history = await pair.customer.history()
    heard = [*history.heard, pair.desk.heard]
    return History(history.conversation, history.sent, history.log, heard)


async def _arrived(
    stack: AsyncExitStack, http: ClientSession, urls: list[str], secret: str, sub: str
) -> Chat:
    """In line for a person, however often a door that was broken until now has to be asked."""
    async with asyncio.timeout(ARRIVE_S):
        while True:
            body = {"channel": "in_app", "language": "en", "identity": identity(sub, secret)}
            try:
                device = await stack.enter_async_context(chat(http, urls, body))
                await device.ask_person()
            except (ClientError, ConnectionError, TimeoutError, Refused):
                await asyncio.sleep(RETRY_S)
            else:
                return device


@asynccontextmanager
async def pairs(
    product: Product, urls: Sequence[str], number: int, seed: int
) -> AsyncIterator[Pairs]:
    """Each customer has an agent, at another door if there is one, and both listen."""
    here, there = list(urls), [*urls[1:], *urls[:1]]
    members = await team(product.database_url, number, capacity=1)
    async with (
        ClientSession(connector=TCPConnector(limit=0)) as http,
        AsyncExitStack() as stack,
    ):
        found = []
        for n, member in enumerate(members):
            sub = f"pair-{seed}-{n}-{uuid4()}"
            device = await _arrived(stack, http, here, product.secrets["identity"], sub)
            theirs = await stack.enter_async_context(
                desk(http, there, member.cookie, device.conversation)
            )
            asks, answers = (
                Writer(it, random.Random(f"{seed}-{n}-{side}"))
                for side, it in enumerate((device, theirs))
            )
            found.append(Pair(asks, answers, theirs, member))
        try:
            yield Pairs(found, Witness(product.database_url))
        finally:
            ends = (it.customer.device.close() for it in found)
            await asyncio.gather(*ends, return_exceptions=True)
