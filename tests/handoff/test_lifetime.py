"""Starting, ending, and working while something is away."""

import asyncio
import base64
import json
import os
import struct
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import make_url

from handoff.api.outlet import BACKLOG
from handoff.domain.ids import ConversationId
from tests.databases import Database
from tests.handoff import door as doors
from tests.handoff.door import Door
from tests.handoff.ends import PATIENCE_S, Customer, Socket
from tests.handoff.line import Line, line_to
from tests.redises import RedisServer

LONG = "x" * 8000


@asynccontextmanager
async def _over_a_line(database: Database, redis_url: str) -> AsyncIterator[tuple[Door, Line]]:
    """A door whose way to PostgreSQL can be cut."""
    url = make_url(database.url)
    far = Path(str(url.query["host"])) / ".s.PGSQL.5432"
    with tempfile.TemporaryDirectory(prefix="lotse-line-") as folder:
        async with line_to(far, Path(folder) / ".s.PGSQL.5432") as line:
            there = url.set(query={"host": folder}).render_as_string(hide_password=False)
            near = Database(there, database.engine, database.sessions)
            async with doors.opened(near, redis_url) as door:
                yield door, line


async def test_alive_and_ready(front: Door) -> None:
    alive = await front.client.get("/healthz")
    ready = await front.client.get("/readyz")

    assert (alive.status, await alive.json()) == (200, {"status": "ok"})
    assert (ready.status, await ready.json()) == (
        200,
        {"status": "ready", "checks": {"postgresql": True, "redis": True, "rasa": True}},
    )


async def test_without_postgresql_it_is_alive_but_not_ready_and_says_so(
    database: Database, redis_server: RedisServer
) -> None:
    async with _over_a_line(database, redis_server.url) as (door, line):
        customer = await door.visitor()
        line.cut()

        alive = await door.client.get("/healthz")
        ready = await door.client.get("/readyz")
        path = f"/v1/conversations/{customer.conversation}/messages"
        body = {"client_message_id": str(uuid4()), "text": "hello"}
        refused = await customer.call("POST", path, body)
        problem = await refused.json()
        line.mend()
        again = await customer.call("POST", path, body)
        checks = (await ready.json())["checks"]

        assert (alive.status, ready.status, checks["postgresql"]) == (200, 503, False)
        assert (refused.status, problem["code"]) == (503, "unavailable")
        assert again.status == 201


async def test_a_device_that_connects_while_postgresql_is_away_is_asked_to_come_again(
    database: Database, redis_server: RedisServer
) -> None:
    async with _over_a_line(database, redis_server.url) as (door, line):
        customer = await door.visitor()
        line.cut()

        ws = await door.client.ws_connect("/v1/socket", protocols=["lotse.v1"])
        await ws.send_json(_resume(customer))

        assert await Socket(ws).closed() == 1013


async def test_sockets_stay_open_while_postgresql_is_away_and_miss_nothing(
    database: Database, redis_server: RedisServer
) -> None:
    async with _over_a_line(database, redis_server.url) as (door, line):
        customer, agent = await door.visitor(), await door.agent()
        device, console = await customer.socket(), await agent.socket()
        watch = {"type": "watch", "conversation": customer.conversation, "after": 0}
        await console.ws.send_json(watch)
        await console.event("started")
        line.cut()
        door.hub.wake(ConversationId(UUID(customer.conversation)))
        for end in (device, console):
            await end.ws.send_json({"type": "ping"})
            await end.until(lambda frame: frame["type"] == "pong")
        line.mend()

        receipt = await customer.say("hello again")

        for end in (device, console):
            await end.event("assistant_said", in_reply_to=receipt["seq"])
        await console.until(lambda frame: frame["type"] == "rows")


def _resume(customer: Customer) -> dict[str, object]:
    session = customer.session["session"]
    it = customer.conversation
    return {"type": "resume", "session": session, "conversation": it, "after": 0}


async def test_without_redis_messages_and_answers_flow(
    database: Database, redis_server: RedisServer
) -> None:
    async with doors.opened(database, redis_server.url) as door:
        customer = await door.visitor()
        device = await customer.socket()
        redis_server.kill()
        try:
            receipt = await customer.say("hello")
            answer = await device.event("assistant_said", in_reply_to=receipt["seq"])
            ready = await door.client.get("/readyz")
            checks = (await ready.json())["checks"]
        finally:
            redis_server.start()

    assert answer["parts"] == [{"kind": "text", "text": "You said: hello"}]
    assert (ready.status, checks["redis"]) == (200, False)


async def test_without_rasa_the_customer_is_told_and_it_is_still_ready(
    database: Database, redis_server: RedisServer
) -> None:
    async with doors.opened(
        database, redis_server.url, rasa_url="http://127.0.0.1:9", answer_timeout_s=0.2
    ) as door:
        customer = await door.visitor()
        device = await customer.socket()

        receipt = await customer.say("hello")
        failed = await device.event("assistant_failed", in_reply_to=receipt["seq"])
        ready = await door.client.get("/readyz")
        checks = (await ready.json())["checks"]

    assert [part["kind"] for part in failed["parts"]] == ["text", "choices"]
    assert (ready.status, checks["rasa"]) == (200, False)


async def test_a_rasa_without_a_model_is_not_taken_for_one_that_answers(
    database: Database, redis_server: RedisServer
) -> None:
    async with doors.opened(database, redis_server.url) as door:
        door.rasa.model = False

        ready = await door.client.get("/readyz")
        checks = (await ready.json())["checks"]

    assert (ready.status, checks["rasa"]) == (200, False)


@pytest.mark.parametrize("path", ["/v1/socket", "/v1/agent/socket"])
async def test_a_socket_keeps_no_compressor_whatever_its_client_offers(
    front: Door, path: str
) -> None:
    agent = await front.agent("Bo")

    socket = await front.client.ws_connect(
        path, protocols=["lotse.v1"], headers=agent.headers, compress=15
    )

    assert socket.compress == 0
    await socket.close()


async def test_on_shutdown_sockets_are_sent_elsewhere(
    database: Database, redis_server: RedisServer
) -> None:
    async with doors.opened(database, redis_server.url) as door:
        customer, agent = await door.visitor(), await door.agent()
        device, console = await customer.socket(), await agent.socket()
        codes = [asyncio.create_task(end.closed()) for end in (device, console)]
        await door.server.close()

        assert [await code for code in codes] == [1001, 1001]


async def test_what_a_stopped_process_had_begun_the_next_one_finishes(
    database: Database, redis_server: RedisServer
) -> None:
    async with doors.opened(database, redis_server.url) as door:
        door.rasa.frozen = asyncio.Event()
        customer = await door.visitor()
        await customer.say("hello")
        await door.rasa.called.wait()
        door.rasa.frozen.set()

    async with doors.opened(database, redis_server.url) as next_door:
        there = Customer(next_door.client, customer.session)
        device = await there.socket()
        answer = await device.event("assistant_said")

    assert answer["in_reply_to"] == 2


async def test_a_client_that_does_not_read_is_dropped_and_others_are_not_held_up(
    front: Door,
) -> None:
    customer = await front.visitor()
    others = _open_chats(front)
    slow = await _deaf_client(front, customer)

    with closing(slow):
        device = await customer.socket()
        front.rasa.script["much"] = [{"text": LONG}] * 100
        for _ in range(10):
            receipt = await customer.say("much")
            await device.event("assistant_said", in_reply_to=receipt["seq"])
        slow.write(_frame(b'{"type": "ping"}') * (BACKLOG + 200))
        await slow.drain()

        async with asyncio.timeout(PATIENCE_S):
            while _open_chats(front) > others + 1:  # noqa: ASYNC110  # it hears nothing of its end
                await asyncio.sleep(0.05)

    receipt = await customer.say("still there?")
    await device.event("assistant_said", in_reply_to=receipt["seq"])


def _open_chats(front: Door) -> int:
    return len(front.sockets.chats)


async def _deaf_client(front: Door, customer: Customer) -> asyncio.StreamWriter:
    """A socket by hand, whose other end never reads a byte after the handshake."""
    reader, writer = await asyncio.open_connection(front.client.host, front.client.port, limit=1024)
    key = base64.b64encode(os.urandom(16)).decode()
    head = (
        "GET /v1/socket HTTP/1.1\r\n"
        f"Host: {front.client.host}:{front.client.port}\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Protocol: lotse.v1\r\n\r\n"
    )
    writer.write(head.encode() + _frame(json.dumps(_resume(customer)).encode()))
    await writer.drain()
    await reader.readuntil(b"\r\n\r\n")
    return writer


def _frame(text: bytes) -> bytes:
    """A client's text frame, masked with zeros."""
    return b"\x81\xfe" + struct.pack("!H", len(text)) + bytes(4) + text


async def test_metrics_count_requests_sockets_and_queues_without_any_id(front: Door) -> None:
    customer = await front.visitor()
    device = await customer.socket()
    await customer.say("hello")

    told = await (await front.client.get("/metrics")).text()

    assert 'lotse_sockets{kind="customer"}' in told
    assert 'lotse_conversations{view="bot"}' in told
    route = 'route="/v1/conversations/{conversation}/messages",status="201"'
    assert f"lotse_http_requests_total{{{route}}}" in told
    assert customer.conversation not in told
    assert customer.session["customer"]["id"] not in told
    await device.ws.close()


async def test_metrics_are_for_loopback_or_whoever_has_the_token(
    database: Database, redis_server: RedisServer
) -> None:
    async with doors.opened(
        database, redis_server.url, trusted_proxies=1, metrics_token="a token"
    ) as door:
        answers = [
            (await door.client.get("/metrics", headers=headers)).status
            for headers in (
                {"X-Forwarded-For": "203.0.113.7"},
                {"X-Forwarded-For": "127.0.0.1, 203.0.113.7"},
                {"X-Forwarded-For": "203.0.113.7", "Authorization": "Bearer wrong"},
                {"X-Forwarded-For": "203.0.113.7", "Authorization": "Bearer \udcff"},
                {"X-Forwarded-For": "203.0.113.7", "Authorization": "Bearer a token"},
            )
        ]

    assert answers == [404, 404, 404, 404, 200]


async def test_a_console_that_asks_while_postgresql_is_away_is_asked_to_come_again(
    database: Database, redis_server: RedisServer
) -> None:
    async with _over_a_line(database, redis_server.url) as (door, line):
        customer, agent = await door.visitor(), await door.agent()
        console = await agent.socket()
        line.cut()

        watch = {"type": "watch", "conversation": customer.conversation, "after": 0}
        await console.ws.send_json(watch)

        assert await console.closed() == 1013
