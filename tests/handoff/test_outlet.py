"""A client that falls behind is told so, and dropped."""

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from handoff.api.frames import Pong
from handoff.api.outlet import BACKLOG, BACKLOG_BYTES, CloseCode, Outlet

Handler = Callable[[web.Request], Awaitable[web.WebSocketResponse]]


async def test_who_lags_behind_by_more_than_the_backlog_is_too_slow() -> None:
    async def connect(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        outlet = Outlet(socket, request.transport)
        for _ in range(BACKLOG + 1):
            outlet.send(Pong())
        await outlet.drop_if_slow()
        return socket

    assert await _close_code(connect) == 4408


async def test_long_frames_count_by_their_bytes() -> None:
    async def connect(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        outlet = Outlet(socket, request.transport)
        long = "€" * (BACKLOG_BYTES // 30)
        for _ in range(10):
            outlet.send_text(long)
        assert not outlet.overflowed.is_set()
        outlet.send_text(long)
        await outlet.drop_if_slow()
        return socket

    assert await _close_code(connect) == 4408


async def test_bytes_that_went_out_count_no_more() -> None:
    long = "x" * (BACKLOG_BYTES // 2)

    async def connect(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        outlet = Outlet(socket, request.transport)
        pumping = asyncio.create_task(outlet.pump())
        for _ in range(5):
            outlet.send_text(long)
            await _emptied(outlet)
        assert not outlet.overflowed.is_set()
        await outlet.close(CloseCode.GOING_AWAY)
        pumping.cancel()
        return socket

    heard = await _heard(connect, len(long))

    assert heard == [long] * 5


async def test_who_keeps_up_hears_everything_in_order() -> None:
    async def connect(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        outlet = Outlet(socket, request.transport)
        pumping = asyncio.create_task(outlet.pump())
        for n in range(BACKLOG * 3):
            outlet.send_text(str(n))
            if n % 100 == 0:
                await _emptied(outlet)
        await _emptied(outlet)
        pumping.cancel()
        await socket.close()
        return socket

    heard = await _heard(connect)

    assert heard == [str(n) for n in range(BACKLOG * 3)]


async def test_what_goes_to_many_comes_after_what_was_queued_before() -> None:
    async def connect(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        outlet = Outlet(socket, request.transport)
        await outlet.tell("at once")
        outlet.send_text("queued")
        await outlet.tell("after it")
        pumping = asyncio.create_task(outlet.pump())
        await _emptied(outlet)
        await outlet.tell("at once again")
        pumping.cancel()
        await socket.close()
        return socket

    heard = await _heard(connect)

    assert heard == ["at once", "queued", "after it", "at once again"]


async def test_telling_many_waits_for_nobody_who_reads_nothing() -> None:
    long, told = "x" * 65_536, []

    async def connect(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        outlet = Outlet(socket, request.transport)
        for _ in range(600):  # as the client lives in this loop, it cannot read meanwhile
            await outlet.tell(long)
        told.append(outlet.overflowed.is_set())
        await outlet.drop_if_slow()
        return socket

    async with asyncio.timeout(10):
        await _close_code(connect)

    assert told == [True]


async def _emptied(outlet: Outlet) -> None:
    while not outlet.queue.empty():  # noqa: ASYNC110  # a queue does not say when it is empty
        await asyncio.sleep(0.001)


async def _close_code(handler: Handler) -> int | None:
    app = web.Application()
    app.router.add_get("/", handler)
    async with TestClient(TestServer(app)) as client, client.ws_connect("/") as ws:
        async for _ in ws:
            pass
        return ws.close_code


async def _heard(handler: Handler, longest: int = 1024) -> list[str]:
    app = web.Application()
    app.router.add_get("/", handler)
    async with (
        TestClient(TestServer(app)) as client,
        client.ws_connect("/", max_msg_size=longest + 1) as ws,
    ):
        return [message.data async for message in ws]
