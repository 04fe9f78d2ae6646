"""An agent's end of a conversation: sends until it knows, hears everything once, as a console."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from aiohttp import ClientError, ClientSession, ClientWebSocketResponse, WSMsgType

from bench.chat import CALL, RETRY_S, Chat, Json, Refused

OWN_S = 60.0
PING_S = 1.0
"""Leases are short where agents are to vanish."""


@dataclass(eq=False, slots=True)
class Desk(Chat):
    """`session` is the cookie; `epoch` that of the ownership."""

    epoch: int = 0

    async def try_to_say(self, message: str, text: str, attempt: int = 0) -> Json:
        """One attempt: the receipt, Refused, or an error that leaves open what happened.

        A receipt names the epoch it was written under, unless it was written by an earlier attempt.
        """
        epoch = self.epoch
        body = {"client_message_id": message, "text": text, "epoch": epoch}
        try:
            answer = await self._post("messages", body, attempt)
        except Refused as refused:
            await self.own()
            if self.epoch == epoch:
                raise
            raise ConnectionError("the case had passed on, and is owned again") from refused
        return {**answer, "epoch": epoch if answer["fresh"] else None}

    async def own(self) -> None:
        """Accept it, unless it is owned already; whatever answers nobody is asked again."""
        async with asyncio.timeout(OWN_S):
            while True:
                try:
                    return await self._own_once()
                except (ClientError, ConnectionError, TimeoutError):
                    await asyncio.sleep(RETRY_S)

    async def _own_once(self) -> None:
        row = await self._row()
        if row["state"] == "queued":
            row = (await self._post("accept", {"epoch": row["epoch"]}))["row"]
        self.epoch = row["epoch"]

    async def _row(self) -> Json:
        door = self.urls[0]
        url = f"{door}/v1/agent/conversations/{self.conversation}"
        async with self.http.get(url, headers=self._cookie(door), timeout=CALL) as response:
            response.raise_for_status()
            row: Json = (await response.json())["row"]
        return row

    async def _post(self, what: str, body: Json, attempt: int = 0) -> Json:
        door = self._url(attempt)
        url = f"{door}/v1/agent/conversations/{self.conversation}/{what}"
        async with self.http.post(
            url, json=body, headers=self._cookie(door), timeout=CALL
        ) as response:
            if response.status in {200, 201}:
                return {**await response.json(), "fresh": response.status == 201}
            if response.status >= 500 or response.status == 429:
                raise ConnectionError(f"HTTP {response.status}")
            raise Refused(await response.text())

    def _cookie(self, door: str) -> dict[str, str]:
        return {"Origin": door, "Cookie": f"lotse_agent={self.session}"}

    async def _listen_once(self, url: str) -> None:
        async with self.http.ws_connect(
            f"{url}/v1/agent/socket",
            protocols=["lotse.v1"],
            headers=self._cookie(url),
            heartbeat=10,
        ) as socket:
            watch = {"type": "watch", "conversation": self.conversation, "after": self.last_seq}
            await socket.send_json({"type": "resume"})
            await socket.send_json(watch)
            pinging = asyncio.create_task(_ping(socket))
            try:
                async for message in socket:
                    if message.type is WSMsgType.TEXT:
                        await self._take(json.loads(message.data))
            finally:
                pinging.cancel()


async def _ping(socket: ClientWebSocketResponse) -> None:
    with suppress(ConnectionError):
        while True:
            await socket.send_str('{"type": "ping"}')
            await asyncio.sleep(PING_S)


@asynccontextmanager
async def desk(
    http: ClientSession, urls: list[str], cookie: str, conversation: str
) -> AsyncIterator[Desk]:
    """Owns what waits, and listens as long as the block lasts."""
    opened = Desk(http, urls, cookie, conversation)
    await opened.own()
    task = asyncio.create_task(opened.listen())
    try:
        yield opened
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
