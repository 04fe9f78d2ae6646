"""Customers who ask for a person again whenever nobody has their case."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeAlias
from uuid import uuid4

from aiohttp import ClientError, ClientSession

from bench.chat import Chat, Refused, chat, identity
from local.product import Product
from tests.history.board import Board

Cases: TypeAlias = dict[str, Chat]

LOOK_S = 0.05
"""So often they look what they have to do."""


@dataclass(eq=False, slots=True)
class Crowd:
    """Everybody by the case they have open."""

    cases: Cases
    board: Board
    dice: random.Random
    _busy: set[str] = field(default_factory=set)

    async def play(self) -> None:
        """Until cancelled; first everybody gets in line."""
        async with asyncio.TaskGroup() as calls:
            for case in tuple(self.cases):
                self._busy.add(case)
                calls.create_task(self._turn(case, "bot"))
            while True:
                for row in self.board.others():
                    if row["id"] in self.cases and row["id"] not in self._busy:
                        self._busy.add(row["id"])
                        calls.create_task(self._turn(row["id"], row["state"]))
                await asyncio.sleep(LOOK_S)

    async def _turn(self, case: str, state: str) -> None:
        device, door = self.cases[case], self.dice.randrange(100)
        try:
            if state != "bot":  # wakes what was put off, goes on after the end
                said = await device.try_to_say(str(uuid4()), "Are you there?", door)
                device.conversation = said["conversation"]
            if state != "snoozed":
                await device.ask_person(door)
        except (ClientError, ConnectionError, TimeoutError, Refused):
            pass  # a door that was killed, or an agent who was quicker: the board will show
        del self.cases[case]
        self.cases[device.conversation] = device
        if device.conversation != case:
            self.board.forget(case)
        await asyncio.sleep(LOOK_S)
        self._busy.discard(case)


@asynccontextmanager
async def crowd(
    http: ClientSession, product: Product, board: Board, number: int, dice: random.Random
) -> AsyncIterator[None]:
    """As many as wanted; the first thing each of them does is to ask for a person."""
    async with AsyncExitStack() as stack:
        arrived = []
        for _ in range(number):
            token = identity(f"crowd-{uuid4()}", product.secrets["identity"])
            body = {"channel": "in_app", "language": "en", "identity": token}
            door = chat(http, product.urls, body, listening=False)
            arrived.append(await stack.enter_async_context(door))
        cases = {it.conversation: it for it in arrived}
        playing = asyncio.create_task(Crowd(cases, board, dice).play())
        try:
            yield
        finally:
            playing.cancel()
            await asyncio.gather(playing, return_exceptions=True)
            await asyncio.gather(*(it.close() for it in cases.values()), return_exceptions=True)
