"""What consoles show of all cases: rows as they come, over any number of broken sockets."""

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from aiohttp import (
    ClientError,
    ClientSession,
    ClientTimeout,
    ClientWebSocketResponse,
    WSMsgType,
)

from tests.history.staff import Member

Json: TypeAlias = dict[str, Any]

CALL = ClientTimeout(total=12)
AGAIN_S = 0.2
ALL = 1000
"""Rows of the list that a console loads when it has connected."""


@dataclass(eq=False, slots=True)
class Board:
    """The newest known row of every case."""

    rows: dict[str, Json] = field(default_factory=dict)

    def take(self, row: Json) -> None:
        """Rows may come late and twice."""
        known = self.rows.get(row["id"])
        if known is None or known["last_seq"] <= row["last_seq"]:
            self.rows[row["id"]] = row

    def forget(self, case: str) -> None:
        """It is over, and nobody will look at it again."""
        self.rows.pop(case, None)

    def waiting(self) -> list[Json]:
        """Cases that somebody could take."""
        return [row for row in self.rows.values() if row["state"] == "queued"]

    def owned(self, by: str | None = None) -> list[Json]:
        """Cases of an agent, or of anybody."""
        return [
            row
            for row in self.rows.values()
            if row["state"] == "agent" and by in {None, row["owner"]["id"]}
        ]

    def offered(self, to: str) -> list[Json]:
        """Cases an agent is asked to take."""
        return [
            row
            for row in self.rows.values()
            if row["state"] == "offered" and row["offered_to"]["id"] == to
        ]

    def others(self) -> list[Json]:
        """Cases that wait for their customer to do something."""
        return [row for row in self.rows.values() if row["state"] in {"bot", "closed", "snoozed"}]


@dataclass(eq=False, slots=True)
class Console:
    """An agent's console at one front door; shows rows on a board, or only stays alive."""

    http: ClientSession
    url: str
    member: Member
    board: Board | None = None
    ping_s: float = 5.0
    awake: asyncio.Event = field(default_factory=asyncio.Event)
    """While it is not set, the agent has vanished: no socket, no sign of life."""

    @property
    def headers(self) -> dict[str, str]:
        """What our own console sends."""
        return {"Origin": self.url, "Cookie": f"lotse_agent={self.member.cookie}"}

    async def run(self) -> None:
        """Until cancelled."""
        self.awake.set()
        while True:
            await self.awake.wait()
            with suppress(ClientError, ConnectionError, TimeoutError):
                await self._once()
            await asyncio.sleep(AGAIN_S)

    async def come_online(self) -> None:
        """From now on cases are offered."""
        await self._become("online")

    async def leave(self) -> None:
        """Nothing is offered any more, and what the agent has waits for others."""
        await self._become("offline")

    async def _become(self, status: str) -> None:
        url, body = f"{self.url}/v1/agent/status", {"status": status}
        async with self.http.put(url, json=body, headers=self.headers, timeout=CALL) as answer:
            answer.raise_for_status()

    async def _once(self) -> None:
        socket = f"{self.url}/v1/agent/socket"
        async with self.http.ws_connect(
            socket, protocols=["lotse.v1"], headers=self.headers, max_msg_size=0
        ) as ws:
            await ws.send_json({"type": "resume"})
            await self._load()
            pinging = asyncio.create_task(self._ping(ws))
            try:
                async for message in ws:
                    if message.type is WSMsgType.TEXT:
                        await self._take(message.data)
            finally:
                pinging.cancel()

    async def _ping(self, ws: ClientWebSocketResponse) -> None:
        with suppress(ConnectionError):
            while self.awake.is_set():
                await ws.send_str('{"type": "ping"}')
                await asyncio.sleep(self.ping_s)
            await ws.close()

    async def _take(self, frame: str) -> None:
        """Whoever let offers pass was set away, and comes back at once."""
        if frame.startswith('{"type":"pong"') and '"away"' in frame:
            await self.come_online()
        if self.board is not None and frame.startswith('{"type":"rows"'):
            for row in json.loads(frame)["rows"]:
                self.board.take(row)

    async def _load(self) -> None:
        if self.board is None:
            return
        url = f"{self.url}/v1/agent/conversations?view=all&limit={ALL}"
        async with self.http.get(url, headers=self.headers, timeout=CALL) as answer:
            answer.raise_for_status()
            for row in (await answer.json())["rows"]:
                self.board.take(row)
