"""Hints between processes over a real Redis that crashes, returns, or falls silent."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from uuid import uuid4

import pytest
from redis.asyncio import Redis
from redis.asyncio.client import PubSub

from handoff.domain.ids import AgentId, ConversationId
from handoff.live import fanout
from handoff.live.fanout import Fanout
from handoff.live.hub import Colleague, Hub
from handoff.live.keys import HINTS
from tests.contract.test_hub import Ear
from tests.redises import RedisServer

HERE = ConversationId(uuid4())
PATIENCE_S = 10.0


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fanout, "RETRY_S", 0.05)
    monkeypatch.setattr(fanout, "SILENCE_S", 0.3)


@asynccontextmanager
async def _process(url: str) -> AsyncIterator[tuple[Fanout, Ear]]:
    """A process that tells and hears hints, with an ear at HERE."""
    redis = Redis.from_url(url, socket_connect_timeout=1, socket_timeout=1)
    it, ear = Fanout(hub=Hub(), redis=redis), Ear()
    loops = [asyncio.create_task(it.publish()), asyncio.create_task(it.listen())]
    try:
        with it.hub.listening(ear, HERE):
            await _until(lambda: bool(ear.woken))  # it has subscribed: everybody looks
            ear.woken.clear()
            yield it, ear
    finally:
        for loop in loops:
            loop.cancel()
        results = await asyncio.gather(*loops, return_exceptions=True)
        await redis.aclose()
        assert all(isinstance(result, asyncio.CancelledError) for result in results), results


async def _until(what: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not what():  # noqa: ASYNC110  # what is waited for is heard by an ear, not by us
            await asyncio.sleep(0.01)


async def test_a_hint_reaches_the_other_process_and_ones_own_at_once(
    redis_server: RedisServer,
) -> None:
    async with _process(redis_server.url) as (here, own), _process(redis_server.url) as (_, other):
        await here.changed(HERE)
        at_once = list(own.woken)
        await _until(lambda: bool(other.woken))

    assert at_once == [(HERE, None)]
    assert other.woken == [(HERE, None)]


async def test_ones_own_hint_does_not_come_back(redis_server: RedisServer) -> None:
    async with _process(redis_server.url) as (here, own), _process(redis_server.url) as (_, other):
        await here.changed(HERE)
        here.typing(HERE, "agent")
        await _until(lambda: other.typed == ["agent"])

    assert own.woken == [(HERE, None)]
    assert own.typed == ["agent"]


async def test_a_hint_says_where_to_look_and_never_what_was_said(redis_server: RedisServer) -> None:
    async with (
        Redis.from_url(redis_server.url) as redis,
        redis.pubsub() as spy,
        _process(redis_server.url) as (here, _),
    ):
        await spy.subscribe(HINTS)
        await here.changed(HERE)
        hint = await _next_message(spy)

    assert set(hint) == {"from", "conversation", "turn"}
    assert (hint["conversation"], hint["turn"]) == (str(HERE), False)


async def _next_message(spy: PubSub) -> dict[str, object]:
    async with asyncio.timeout(PATIENCE_S):
        while True:
            message = await spy.get_message(ignore_subscribe_messages=True, timeout=1)
            if message is not None:
                hint: dict[str, object] = json.loads(message["data"])
                return hint


@pytest.mark.parametrize(
    "junk",
    [b"no json", b"[]", b"{}", b'{"from": "x"}', b'{"from": "x", "conversation": "y"}', b"\xff"],
)
async def test_what_is_no_hint_is_passed_over(redis_server: RedisServer, junk: bytes) -> None:
    async with (
        Redis.from_url(redis_server.url) as redis,
        _process(redis_server.url) as (here, _),
        _process(redis_server.url) as (_, other),
    ):
        await redis.publish(HINTS, junk)
        await here.changed(HERE)
        await _until(lambda: bool(other.woken))

    assert other.woken == [(HERE, None)]


async def test_after_a_crash_of_redis_everybody_looks_and_hints_flow_again(
    redis_server: RedisServer,
) -> None:
    async with _process(redis_server.url) as (here, own), _process(redis_server.url) as (_, other):
        redis_server.kill()
        await here.changed(HERE)
        alone = list(own.woken)
        await asyncio.sleep(0.3)
        redis_server.start()
        await _until(lambda: bool(other.woken))  # told to look for itself
        other.woken.clear()

        async with asyncio.timeout(PATIENCE_S):
            while not other.woken:
                await here.changed(HERE)
                await asyncio.sleep(0.05)

    assert alone == [(HERE, None)]


async def test_a_subscription_that_died_without_a_word_is_noticed(
    redis_server: RedisServer,
) -> None:
    async with _deaf_proxy(redis_server) as (url, deafen), _process(url) as (_, ear):
        deafen()

        await _until(lambda: bool(ear.woken))  # subscribed anew: everybody looks

    assert ear.woken[0] == (HERE, None)


@asynccontextmanager
async def _deaf_proxy(server: RedisServer) -> AsyncIterator[tuple[str, Callable[[], None]]]:
    """A way to Redis whose open connections can be made to swallow everything."""
    deaf: set[asyncio.StreamWriter] = set()
    writers: set[asyncio.StreamWriter] = set()

    async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while chunk := await reader.read(65536):
            if writer not in deaf:
                writer.write(chunk)
                await writer.drain()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        inner = await asyncio.open_unix_connection(str(server.folder / "redis.sock"))
        writers.update({writer, inner[1]})
        pumps = [
            asyncio.create_task(pump(reader, inner[1])),
            asyncio.create_task(pump(inner[0], writer)),
        ]
        with suppress(ConnectionError):
            await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        for task in pumps:
            task.cancel()
        await asyncio.gather(*pumps, return_exceptions=True)
        writer.close()
        inner[1].close()

    path = server.folder / "proxy.sock"
    proxy = await asyncio.start_unix_server(serve, path)
    try:
        yield f"unix://{path}?db=0", lambda: deaf.update(writers)
    finally:
        proxy.close()
        for writer in writers:
            writer.close()
        await asyncio.sleep(0.05)


async def test_a_tick_reaches_the_other_process_and_ones_own(redis_server: RedisServer) -> None:
    async with _process(redis_server.url) as (here, own), _process(redis_server.url) as (_, other):
        await here.ticked(HERE, "profile")

        assert own.guides == ["profile"]
        await _until(lambda: bool(other.guides))
        assert other.guides == ["profile"]


async def test_whoever_looks_on_is_told_of_in_every_process(redis_server: RedisServer) -> None:
    bo = Colleague(id=AgentId(uuid4()), name="Bo", doing="writing")

    async with _process(redis_server.url) as (here, own), _process(redis_server.url) as (_, other):
        here.joined(HERE, bo)
        await _until(lambda: bool(other.colleagues))

    assert own.colleagues == other.colleagues == [bo]


async def test_a_colleague_that_is_none_is_passed_over(redis_server: RedisServer) -> None:
    broken = {"id": "nobody", "name": "Bo", "doing": "writing"}

    async with _process(redis_server.url) as (here, _), _process(redis_server.url) as (_, other):
        here._send({"conversation": str(HERE), "colleague": broken})
        await here.changed(HERE)
        await _until(lambda: bool(other.woken))

    assert other.colleagues == []
