"""Agents' consoles that listen for offers and act on them."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import TypeAlias

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from bench.chat import Json
from bench.team import Member

OFFER = '{"type":"offer",'
"""How the frame of an offer begins; all others are passed over unread."""

PING_S = 15.0

Offered: TypeAlias = Callable[[str, float], None]


@dataclass(eq=False, slots=True)
class Console:
    """One agent; `offers` are the cases they are asked to take, with when they heard of it."""

    http: ClientSession
    url: str
    member: Member
    socket: ClientWebSocketResponse
    offers: asyncio.Queue[tuple[str, float]] = field(default_factory=asyncio.Queue)

    async def listen(self) -> None:
        """Until cancelled."""
        async for message in self.socket:
            if message.type is WSMsgType.TEXT and message.data.startswith(OFFER):
                row = json.loads(message.data)["row"]
                self.offers.put_nowait((row["id"], time.perf_counter()))

    async def stay(self) -> None:
        """As an open page does; until cancelled."""
        while True:
            await asyncio.sleep(PING_S)
            await self.socket.send_json({"type": "ping"})

    async def come_online(self) -> None:
        """From now on they can be asked."""
        await self._call("PUT", "/v1/agent/status", {"status": "online"})

    async def accept(self, case: str) -> int:
        """The epoch to write with."""
        epoch = await self._call("POST", f"/v1/agent/conversations/{case}/accept", {"epoch": 0})
        owned: int = epoch["row"]["epoch"]
        return owned

    async def close(self, case: str, epoch: int = 1) -> None:
        """A place becomes free."""
        body = {"epoch": epoch, "reason": "resolved"}
        await self._call("POST", f"/v1/agent/conversations/{case}/close", body)

    async def _call(self, method: str, path: str, body: Json) -> Json:
        headers = _headers(self.url, self.member)
        async with self.http.request(
            method, f"{self.url}{path}", json=body, headers=headers
        ) as answer:
            answer.raise_for_status()
            given: Json = await answer.json()
        return given


@asynccontextmanager
async def consoles(
    http: ClientSession, url: str, members: Sequence[Member]
) -> AsyncIterator[list[Console]]:
    """One for each, online."""
    async with AsyncExitStack() as stack:
        opened = [await _opened(stack, http, url, it) for it in members]
        tasks = [asyncio.create_task(it) for one in opened for it in (one.listen(), one.stay())]
        try:
            yield opened
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def _opened(stack: AsyncExitStack, http: ClientSession, url: str, member: Member) -> Console:
    connecting = http.ws_connect(
        f"{url}/v1/agent/socket", protocols=["lotse.v1"], headers=_headers(url, member)
    )
    socket = await stack.enter_async_context(connecting)
    await socket.send_json({"type": "resume"})
    return Console(http, url, member, socket)


def _headers(url: str, member: Member) -> dict[str, str]:
    return {"Origin": url, "Cookie": f"lotse_agent={member.cookie}"}
