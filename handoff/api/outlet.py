"""The sending side of a socket: never waits for a slow client, drops it instead."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from enum import IntEnum

from aiohttp import web

from handoff.api.frames import ServerFrame

BACKLOG = 512
"""Frames a client may lag behind before it counts as too slow."""


class CloseCode(IntEnum):
    """Why we close a socket (RFC 6455; from 4000 on ours)."""

    GOING_AWAY = 1001

    BAD_FRAME = 4400
    NOT_SIGNED_IN = 4401
    UNKNOWN = 4404
    TOO_SLOW = 4408


@dataclass(eq=False, slots=True)
class Outlet:
    """A bounded queue in front of one socket."""

    socket: web.WebSocketResponse
    queue: asyncio.Queue[str] = field(default_factory=lambda: asyncio.Queue(BACKLOG))
    overflowed: bool = False

    def send(self, frame: ServerFrame) -> None:
        """Queue a frame; a full queue means that the client is too slow."""
        self.send_text(frame.model_dump_json())

    def send_text(self, frame: str) -> None:
        """The same for a frame that goes to many and was written down once."""
        try:
            self.queue.put_nowait(frame)
        except asyncio.QueueFull:
            self.overflowed = True

    async def pump(self) -> None:
        """Carry the queue to the client until it closes or falls behind."""
        with suppress(ConnectionError):
            while not self.socket.closed:
                await self.socket.send_str(await self.queue.get())
                if self.overflowed:
                    await self.close(CloseCode.TOO_SLOW)

    async def close(self, code: CloseCode) -> None:
        """Tell the client why, but don't wait for its answer."""
        with suppress(ConnectionError, asyncio.TimeoutError):
            async with asyncio.timeout(1):
                await self.socket.close(code=code, message=code.name.lower().encode())
