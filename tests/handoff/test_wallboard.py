"""The wallboard over the front door: who sees it, and that it lives."""

import asyncio
from collections.abc import Callable

import pytest

from handoff.domain.people import Role
from tests.handoff.answers import assert_frame
from tests.handoff.door import Door
from tests.handoff.ends import Helper, Json, Socket

PATH = "/wallboard"
LONG_ENOUGH_S = 2.5
"""Two looks of the wallboard and a little."""


async def _board(lead: Helper) -> Json:
    response = await lead.call("GET", PATH)
    assert response.status == 200, await response.text()
    board: Json = await response.json()
    return board


async def _watching(lead: Helper) -> Socket:
    socket = await lead.socket()
    await socket.ws.send_json({"type": "watch_wallboard", "on": True})
    return socket


async def _shown(socket: Socket, fits: Callable[[Json], bool]) -> Json:
    frame = await socket.until(
        lambda frame: frame["type"] == "wallboard" and fits(frame["wallboard"])
    )
    assert_frame(frame, "WallboardIs")
    board: Json = frame["wallboard"]
    return board


async def test_it_is_told_at_once_and_again_when_somebody_begins_to_wait_and_is_taken(
    door: Door,
) -> None:
    lead = await door.agent("Ruth", Role.LEAD)
    socket = await _watching(lead)
    before = await _shown(socket, lambda _: True)

    customer = await door.visitor()
    await customer.say("where is my money?")
    await customer.post("person")
    waits = await _shown(socket, lambda it: it["waiting"] == 1)
    await (await door.agent()).act(customer.conversation, "accept")
    taken = await _shown(socket, lambda it: it["flow"]["taken"] == 1)

    assert (before["waiting"], before["oldest"]) == (0, None)
    assert waits["oldest"] is not None
    assert waits["flow"] == {"asked": 1, "taken": 0, "abandoned": 0, "dropped": 0}
    assert taken["waiting"] == 0
    assert {it["name"]: it["load"] for it in taken["agents"]} == {"Amira": 1, "Ruth": 0}


async def test_a_status_shows_without_any_conversation_changing(door: Door) -> None:
    lead, agent = await door.agent("Ruth", Role.LEAD), await door.agent()
    socket = await _watching(lead)
    await _shown(socket, lambda it: it["places"] == 10)

    await agent.call("PUT", "/status", {"status": "away"})

    shown = await _shown(socket, lambda it: it["places"] == 5)
    assert [it["status"] for it in shown["agents"] if it["name"] == "Amira"] == ["away"]


async def test_nothing_is_sent_while_nothing_changes_nor_when_enough_was_seen(door: Door) -> None:
    lead = await door.agent("Ruth", Role.LEAD)
    socket = await _watching(lead)
    await _shown(socket, lambda _: True)
    await asyncio.sleep(LONG_ENOUGH_S)
    await socket.ws.send_json({"type": "ping"})
    await socket.until(lambda frame: frame["type"] == "pong")

    await socket.ws.send_json({"type": "watch_wallboard", "on": False})
    await door.agent("Amira")
    await asyncio.sleep(LONG_ENOUGH_S)
    await lead.call("GET", PATH)
    socket.heard = [frame for frame in socket.heard if frame["type"] != "pong"]
    await socket.ws.send_json({"type": "ping"})
    await socket.until(lambda frame: frame["type"] == "pong")

    assert sum(frame["type"] == "wallboard" for frame in socket.heard) == 1


async def test_who_comes_later_is_told_though_nothing_changed(door: Door) -> None:
    lead = await door.agent("Ruth", Role.LEAD)
    first = await _watching(lead)
    await _shown(first, lambda _: True)

    second = await _watching(lead)

    await _shown(second, lambda _: True)


async def test_it_says_what_a_rush_changes(door: Door) -> None:
    surge = (await _board(await door.agent("Ruth", Role.LEAD)))["surge"]

    assert surge == {
        "level": 0,
        "extra_capacity": 0,
        "widen": False,
        "offer_email": False,
        "stand_by": [],
    }


@pytest.mark.parametrize("role", [Role.LEAD, Role.ADMIN, Role.AUDITOR])
async def test_those_who_oversee_may_watch_it(door: Door, role: Role) -> None:
    somebody = await door.agent("Somebody", role)

    shown = await _shown(await _watching(somebody), lambda _: True)

    there = await _board(somebody)
    passing = {"at": None, "since": None}
    assert shown | passing == there | passing


async def test_an_agent_may_not_watch_it(door: Door) -> None:
    agent = await door.agent()

    refused = await agent.call("GET", PATH)
    socket = await _watching(agent)

    assert refused.status == 403
    assert await socket.closed() == 4404
