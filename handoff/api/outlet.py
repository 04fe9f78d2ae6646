"""The sending side of a socket: never waits for a slow client, drops it instead."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from enum import IntEnum

from aiohttp import web

from handoff.api.frames import ServerFrame

BACKLOG = 512
"""Frames a client may lag behind before it counts as too slow."""

BACKLOG_BYTES = 4 * 1024 * 1024
"""And bytes, since a frame may be long."""


class CloseCode(IntEnum):
    """Why we close a socket (RFC 6455; from 4000 on ours)."""

    GOING_AWAY = 1001
    TRY_AGAIN = 1013
    BAD_FRAME = 4400
    NOT_SIGNED_IN = 4401
    UNKNOWN = 4404
    TOO_SLOW = 4408


CLOSE_S = 1.0
"""Seconds in which a client may say goodbye."""


@dataclass(eq=False, slots=True)
class Outlet:
    """A bounded queue in front of one socket."""

    socket: web.WebSocketResponse
    transport: asyncio.Transport | None
    queue: asyncio.Queue[str] = field(default_factory=lambda: asyncio.Queue(BACKLOG))
    waiting_bytes: int = 0
    overflowed: asyncio.Event = field(default_factory=asyncio.Event)

    def send(self, frame: ServerFrame) -> None:
        """Queue a frame; a full queue means that the client is too slow."""
        self.send_text(frame.model_dump_json())

    def send_text(self, frame: str) -> None:
        """The same for a frame that goes to many and was written down once."""
        size = _size(frame)
        if self.waiting_bytes + size > BACKLOG_BYTES:
            self.overflowed.set()
            return
        try:
            self.queue.put_nowait(frame)
            self.waiting_bytes += size
        except asyncio.QueueFull:
            self.overflowed.set()

    async def tell(self, frame: str) -> None:
        """For frames that go to many: without a detour where the client is not behind at all."""
        behind = self.transport is None or self.transport.get_write_buffer_size() > 0
        if behind or self.waiting_bytes or self.socket.closed:
            self.send_text(frame)
            return
        with suppress(ConnectionError):
            await self.socket.send_str(frame)  # into an empty buffer: there is nothing to wait for

    async def pump(self) -> None:
        """Carry the queue to the client until it closes."""
        with suppress(ConnectionError):
            while not self.socket.closed:
                frame = await self.queue.get()
                self.waiting_bytes -= _size(frame)
                await self.socket.send_str(frame)

    async def drop_if_slow(self) -> None:
        """Beside the pump, which may be stuck in the very frame that does not get through."""
        await self.overflowed.wait()
        await self.close(CloseCode.TOO_SLOW)

    async def close(self, code: CloseCode) -> None:
        """Tell the client why, but don't wait long for its answer."""
        try:
            with suppress(ConnectionError, asyncio.TimeoutError):
                async with asyncio.timeout(CLOSE_S):
                    await self.socket.close(code=code, message=code.name.lower().encode())
        finally:
            # A client that reads nothing would keep what it did not read, and us, for ever.
            if self.transport is not None and self.transport.get_write_buffer_size() > 0:
                self.transport.abort()


def _size(frame: str) -> int:
    """In bytes; most frames are ASCII, which costs nothing to know."""
    return len(frame) if frame.isascii() else len(frame.encode())
