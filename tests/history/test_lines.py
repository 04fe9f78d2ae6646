"""The fault proxy itself: a line that is cut, stalled or slowed does to bytes what it says."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from local import ports
from tests.history.lines import Line, Lines, Mood, lines


@dataclass(slots=True)
class Echo:
    """A program that says back what it hears, and remembers it."""

    port: int
    heard: list[bytes] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        while line := await reader.readline():
            self.heard.append(line)
            writer.write(line)
        writer.close()


@asynccontextmanager
async def echo() -> AsyncIterator[Echo]:
    (port,) = ports.several(1)
    it = Echo(port)
    server = await asyncio.start_server(it.serve, "127.0.0.1", port)
    try:
        yield it
    finally:
        server.close()


@pytest.fixture(name="made")
def _made() -> Iterator[Lines]:
    with lines() as made:
        yield made


async def _asked(port: int, *texts: bytes, within_s: float = 5.0) -> list[bytes]:
    """What comes back before the connection ends, or time is up."""
    answers: list[bytes] = []
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        async with asyncio.timeout(within_s):
            for text in texts:
                writer.write(text)
                if not (answer := await reader.readline()):
                    break
                answers.append(answer)
    except (TimeoutError, ConnectionError):
        pass
    writer.transport.abort()
    return answers


async def test_a_fine_line_carries_everything(made: Lines) -> None:
    async with echo() as far:
        _, port = made.to_port(far.port, b"CHANGE")

        assert await _asked(port, b"CHANGE a\n", b"look\n") == [b"CHANGE a\n", b"look\n"]


async def test_cut_before_it_arrives_the_far_end_never_hears_of_the_change(made: Lines) -> None:
    async with echo() as far:
        line, port = made.to_port(far.port, b"CHANGE")
        line.mood = Mood.BEFORE

        assert await _asked(port, b"look\n", b"CHANGE a\n") == [b"look\n"]
        assert far.heard == [b"look\n"]
        assert line.cuts == {Mood.BEFORE: 1}


async def test_cut_after_it_arrived_the_change_is_done_and_nobody_is_told(made: Lines) -> None:
    async with echo() as far:
        line, port = made.to_port(far.port, b"CHANGE")
        line.mood = Mood.AFTER

        assert await _asked(port, b"look\n", b"CHANGE a\n") == [b"look\n"]
        assert far.heard == [b"look\n", b"CHANGE a\n"]
        assert line.cuts == {Mood.AFTER: 1}


async def test_half_open_nothing_comes_through_until_it_is_mended_and_found_dead(
    made: Lines,
) -> None:
    async with echo() as far:
        line, port = made.to_port(far.port, b"CHANGE")
        line.mood = Mood.HALF_OPEN
        began = time.monotonic()
        asking = asyncio.create_task(_asked(port, b"CHANGE a\n"))
        await asyncio.sleep(0.3)
        still = not asking.done()

        await asyncio.to_thread(made.each, [line], Line.mend)
        answers = await asking

    assert still
    assert (answers, far.heard) == ([], [])
    assert time.monotonic() - began < 5
    assert line.cuts == {Mood.HALF_OPEN: 1}


async def test_delayed_everything_comes_late(made: Lines) -> None:
    async with echo() as far:
        line, port = made.to_port(far.port)
        line.mood, line.delay_s = Mood.DELAYED, 0.2
        began = time.monotonic()

        answers = await _asked(port, b"look\n")

    assert answers == [b"look\n"]
    assert time.monotonic() - began >= 0.4


async def test_all_can_be_cut_at_once(made: Lines) -> None:
    async with echo() as far:
        line, port = made.to_port(far.port)
        open_ = [await asyncio.open_connection("127.0.0.1", port) for _ in range(3)]
        for _, writer in open_:
            writer.write(b"look\n")
        assert [await reader.readline() for reader, _ in open_] == [b"look\n"] * 3

        await asyncio.to_thread(made.each, [line], Line.cut_all)

        assert [await _ended(reader) for reader, _ in open_] == [True] * 3
        for _, writer in open_:
            writer.transport.abort()
        assert await _asked(port, b"look\n") == [b"look\n"]


async def _ended(reader: asyncio.StreamReader) -> bool:
    try:
        return await reader.readline() == b""
    except ConnectionError:
        return True


def test_a_line_is_fine_to_begin_with() -> None:
    assert Line(()).mood is Mood.FINE
