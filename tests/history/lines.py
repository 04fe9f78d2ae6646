"""Lines between two programs that can be cut, stalled and slowed down; they run in a thread."""

import asyncio
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

from local import ports

T = TypeVar("T")
Ends: TypeAlias = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Open: TypeAlias = Callable[[], Awaitable[Ends]]

CHUNK = 65_536


class Mood(StrEnum):
    """What a line does to what goes over it."""

    FINE = "fine"
    BEFORE = "cut before it arrives"
    """What asks for a change never arrives, and the connection is gone."""
    AFTER = "cut after it arrived"
    """It arrives and is done; of the answer nobody hears."""
    HALF_OPEN = "half-open"
    """Nothing comes through either way, and nobody is told; mended, both ends find it dead."""
    DELAYED = "delayed"


@dataclass(eq=False, slots=True)
class Line:
    """One line; `marks` are what a chunk that asks for a change contains."""

    marks: tuple[bytes, ...]
    delay_s: float = 0.3
    far: Open | None = None
    mood: Mood = Mood.FINE
    cuts: Counter[Mood] = field(default_factory=Counter)
    _open: set["_Connection"] = field(default_factory=set)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, until either end has enough."""
        assert self.far is not None
        try:
            far_reader, far_writer = await self.far()
        except OSError:
            writer.transport.abort()
            return
        connection = _Connection(self, near=(reader, writer), far=(far_reader, far_writer))
        self._open.add(connection)
        try:
            await connection.run()
        finally:
            self._open.discard(connection)

    def mend(self) -> None:
        """For those who try again; what was half-open turns out to be dead."""
        self.mood = Mood.FINE
        for connection in tuple(self._open):
            if connection.stalled:
                self.cut(connection, Mood.HALF_OPEN)

    def cut_all(self) -> None:
        """Every connection at once, in the middle of whatever it carries."""
        for connection in tuple(self._open):
            self.cut(connection, self.mood)

    def cut(self, connection: "_Connection", why: Mood) -> None:
        """Both ends find it broken."""
        if connection.abort():
            self.cuts[why] += 1


@dataclass(eq=False, slots=True)
class _Connection:
    line: Line
    near: Ends
    far: Ends
    asked: bool = False
    """A change was asked for, and the answer is still to come."""
    stalled: bool = False
    gone: bool = False

    async def run(self) -> None:
        pumps = [
            asyncio.create_task(self._pump(self.near[0], self.far[1], there=True)),
            asyncio.create_task(self._pump(self.far[0], self.near[1], there=False)),
        ]
        try:
            await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for pump in pumps:
                pump.cancel()
            await asyncio.gather(*pumps, return_exceptions=True)
            self.abort()

    def abort(self) -> bool:
        """Whether it was still there."""
        was, self.gone = not self.gone, True
        for _, writer in (self.near, self.far):
            writer.transport.abort()
        return was

    async def _pump(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, there: bool
    ) -> None:
        with suppress(ConnectionError):
            while chunk := await reader.read(CHUNK):
                if await self._lets_through(chunk, there=there):
                    writer.write(chunk)
                    await writer.drain()

    async def _lets_through(self, chunk: bytes, *, there: bool) -> bool:
        change = there and any(mark in chunk for mark in self.line.marks)
        match self.line.mood:
            case _ if self.stalled:
                return False
            case Mood.HALF_OPEN:
                self.stalled = True
                return False
            case Mood.BEFORE if change:
                self.line.cut(self, Mood.BEFORE)
                return False
            case Mood.AFTER if self.asked and not there:
                self.line.cut(self, Mood.AFTER)
                return False
            case Mood.DELAYED:
                await asyncio.sleep(self.line.delay_s)
        self.asked = change or (self.asked and there)
        return True


@dataclass(eq=False, slots=True)
class Lines:
    """Lines in a thread of their own: they work while the thread of a test waits."""

    loop: asyncio.AbstractEventLoop
    _servers: list[asyncio.Server] = field(default_factory=list)

    def to_port(self, port: int, *marks: bytes) -> tuple[Line, int]:
        """A line to a program of this machine, and the port to call instead."""
        return self._line(lambda: asyncio.open_connection("127.0.0.1", port), marks)

    def to_socket(self, path: str, *marks: bytes) -> tuple[Line, int]:
        """The same to a socket in the file system."""
        return self._line(lambda: asyncio.open_unix_connection(path), marks)

    def each(self, lines: Sequence[Line], act: Callable[[Line], None]) -> None:
        """Something with lines, where they live."""

        async def acted() -> None:
            for line in lines:
                act(line)

        self._run(acted())

    def _line(self, far: Open, marks: tuple[bytes, ...]) -> tuple[Line, int]:
        (port,) = ports.several(1)
        line = Line(marks, far=far)

        async def serve() -> None:
            self._servers.append(await asyncio.start_server(line.serve, "127.0.0.1", port))

        self._run(serve())
        return line, port

    def _run(self, call: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(call, self.loop).result(30)

    async def close(self) -> None:
        """Nobody gets through any more."""
        for server in self._servers:
            server.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@contextmanager
def lines() -> Iterator[Lines]:
    """As long as the block lasts."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    made = Lines(loop)
    try:
        yield made
    finally:
        asyncio.run_coroutine_threadsafe(made.close(), loop).result(30)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
