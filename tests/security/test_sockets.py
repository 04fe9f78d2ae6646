"""Sockets: from which pages, with which frames, and for whom."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from aiohttp import WSServerHandshakeError

from handoff.api import agent_sockets, sockets
from tests.handoff.door import Door
from tests.handoff.ends import Socket
from tests.security.people import NOBODY_KNOWS, People

EVIL = "https://evil.example"


def _foreign(door: Door) -> dict[str, str]:
    """Origins that only look like ours."""
    return {
        "another site": EVIL,
        "null": "null",
        "ours as a suffix": f"http://evil.example.{door.client.host}:{door.client.port}",
        "ours as a prefix": f"{door.origin}.evil.example",
        "ours with more digits": f"{door.origin}0",
        "ours as a user": f"http://{door.client.host}:{door.client.port}@evil.example",
        "a user at ours": f"http://evil@{door.client.host}:{door.client.port}",
        "another scheme": f"file://{door.client.host}:{door.client.port}",
        "another port": f"http://{door.client.host}:1",
        "without a port": f"http://{door.client.host}",
        "a broken address": "http://[",
        "empty": "",
    }


FOREIGN = [
    "another site",
    "null",
    "ours as a suffix",
    "ours as a prefix",
    "ours with more digits",
    "ours as a user",
    "a user at ours",
    "another scheme",
    "another port",
    "without a port",
    "a broken address",
    "empty",
]


async def _open(door: Door, path: str, headers: Mapping[str, str]) -> Socket:
    ws = await door.client.ws_connect(path, protocols=["lotse.v1"], headers=headers)
    return Socket(ws)


@pytest.mark.parametrize("which", FOREIGN)
async def test_a_foreign_page_gets_no_socket_of_a_customer(front: Door, which: str) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        await _open(front, "/v1/socket", {"Origin": _foreign(front)[which]})

    assert refused.value.status == 403


@pytest.mark.parametrize("which", [*FOREIGN, "none"])
async def test_a_foreign_page_gets_no_socket_of_an_agent(
    front: Door, people: People, which: str
) -> None:
    origin = _foreign(front).get(which)
    headers = {"Cookie": f"lotse_agent={people.helper.cookie}"}

    with pytest.raises(WSServerHandshakeError) as refused:
        await _open(front, "/v1/agent/socket", headers | ({"Origin": origin} if origin else {}))

    assert refused.value.status == 403


async def test_our_own_page_and_programs_get_a_socket(front: Door) -> None:
    for headers in ({}, {"Origin": front.origin}):
        device = await _open(front, "/v1/socket", headers)
        await device.ws.close()


async def test_without_a_cookie_there_is_no_console(front: Door) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        await _open(front, "/v1/agent/socket", {"Origin": front.origin})

    assert refused.value.status == 401


def _resume(people: People, **changes: object) -> dict[str, Any]:
    usual = {
        "type": "resume",
        "session": people.victim.session["session"],
        "conversation": people.victim.conversation,
        "after": 0,
    }
    return {**usual, **changes}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"session": "guessed"}, 4401),
        ({"session": ""}, 4400),
        ({"session": "x" * 257}, 4400),
        ({"session": None}, 4400),
        ({"conversation": NOBODY_KNOWS}, 4404),
        ({"conversation": "1"}, 4400),
        ({"after": -1}, 4400),
        ({"after": 10**9}, 4400),
        ({"after": "all"}, 4400),
        ({"type": "ping"}, 4400),
        ({"role": "agent"}, 4400),
    ],
)
async def test_a_first_frame_that_is_wrong_closes_the_socket(
    front: Door, people: People, changes: dict[str, object], code: int
) -> None:
    device = await _open(front, "/v1/socket", {})

    await device.ws.send_json(_resume(people, **changes))

    assert await device.closed() == code
    assert device.heard == []


async def test_somebody_elses_conversation_is_as_if_there_were_none(
    front: Door, people: People
) -> None:
    mallory = await front.visitor()
    device = await _open(front, "/v1/socket", {})

    await device.ws.send_json(_resume(people, session=mallory.session["session"]))

    assert await device.closed() == 4404
    assert device.heard == []


FRAMES: dict[str, bytes] = {
    "no JSON": b"hello",
    "empty": b"",
    "a list": b"[]",
    "null": b"null",
    "unknown type": b'{"type": "shutdown"}',
    "type missing": b"{}",
    "type a list": b'{"type": ["ping"]}',
    "unknown field": b'{"type": "ping", "as": "agent"}',
    "an agent's frame": b'{"type": "watch", "conversation": "%s", "after": 0}'
    % NOBODY_KNOWS.encode(),
    "an event of one's own": b'{"type": "event", "event": {}}',
    "deep": b"[" * 4000,
    "a lone surrogate": b'{"type": "\\ud800"}',
    "NUL": b"\0",
}


@pytest.mark.parametrize("which", list(FRAMES))
async def test_a_later_frame_that_is_wrong_closes_the_socket(front: Door, which: str) -> None:
    device = await (await front.visitor()).socket()

    await device.ws.send_str(FRAMES[which].decode())

    assert await device.closed() == 4400


@pytest.mark.parametrize("which", [name for name in FRAMES if name != "an agent's frame"])
async def test_a_frame_of_a_console_that_is_wrong_closes_it(
    front: Door, people: People, which: str
) -> None:
    console = await people.helper.socket()

    await console.ws.send_str(FRAMES[which].decode())

    assert await console.closed() == 4400


async def test_bytes_close_the_socket(front: Door, people: People) -> None:
    for end in (await (await front.visitor()).socket(), await people.helper.socket()):
        await end.ws.send_bytes(b'{"type": "ping"}')

        assert await end.closed() == 4400


@pytest.mark.parametrize("first", [True, False])
async def test_a_giant_frame_closes_the_socket(front: Door, first: bool) -> None:
    customer = await front.visitor()
    device = await _open(front, "/v1/socket", {}) if first else await customer.socket()

    await device.ws.send_str(json.dumps({"type": "typing", "x": "x" * 200_000}))

    assert await device.closed() in {1009, 4400}


async def test_who_says_nothing_is_not_waited_for_for_ever(
    front: Door, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sockets, "RESUME_S", 0.05)
    monkeypatch.setattr(agent_sockets, "RESUME_S", 0.05)
    device = await _open(front, "/v1/socket", {})
    console = await _open(front, "/v1/agent/socket", people.helper.headers)

    assert await device.closed() == 4400
    assert await console.closed() == 4400


async def test_the_socket_speaks_one_protocol(front: Door) -> None:
    device = await front.client.ws_connect("/v1/socket", protocols=["other", "lotse.v1"])

    assert device.protocol == "lotse.v1"
    await device.close()


async def test_a_customer_cannot_type_into_somebody_elses_conversation(
    front: Door, people: People
) -> None:
    console = await people.helper.socket()
    watch = {"type": "watch", "conversation": people.victim.conversation, "after": 0}
    await console.ws.send_json(watch)
    await console.event("started")
    mallory = await (await front.visitor()).socket()

    await mallory.ws.send_json({"type": "typing"})
    await mallory.ws.send_json({"type": "ping"})
    await mallory.until(lambda frame: frame["type"] == "pong")
    await console.ws.send_json({"type": "ping"})
    await console.until(lambda frame: frame["type"] == "pong")

    assert not [frame for frame in console.heard if frame["type"] == "typing"]


async def test_one_console_watches_a_bounded_number(front: Door, people: People) -> None:
    console = await people.helper.socket()
    customers = [await front.visitor() for _ in range(agent_sockets.WATCHED + 1)]
    for it in customers:
        watch = {"type": "watch", "conversation": it.conversation, "after": 0}
        await console.ws.send_json(watch)
    await console.event("started", conversation=customers[-1].conversation)

    await customers[0].say("nobody hears me any more")
    await customers[-1].say("but me")
    await console.event("customer_said", conversation=customers[-1].conversation)

    heard = [event["type"] for event in console.events]
    assert heard.count("customer_said") == 1
