"""People who wait see their place and an honest wait, live."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.databases import Database
from tests.handoff import door as doors
from tests.handoff.clocks import CLOSED, OPEN
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Json, Socket
from tests.redises import RedisServer


@pytest.fixture(name="door")
async def _door(database: Database, redis_server: RedisServer) -> AsyncIterator[Door]:
    async with doors.opened(database, redis_server.url, **OPEN) as opened:
        yield opened


async def _waiting(door: Door, count: int) -> list[tuple[Customer, Socket]]:
    people = []
    for _ in range(count):
        customer = await door.visitor()
        await customer.say("hello")
        device = await customer.socket()
        await device.event("assistant_said")
        await customer.post("person")
        people.append((customer, device))
    return people


async def _at(device: Socket, place: int) -> Json:
    frame = await device.until(
        lambda frame: frame["type"] == "queue" and frame["queue"]["place"] == place
    )
    queue: Json = frame["queue"]
    return queue


async def test_three_who_wait_move_up_as_others_are_accepted_or_leave(door: Door) -> None:
    agent = await door.agent()
    (one, first), (two, second), (_, third) = await _waiting(door, 3)
    for place, device in enumerate((first, second, third), 1):
        await _at(device, place)

    await agent.act(one.conversation, "accept")
    await _at(second, 1)
    await _at(third, 2)
    await two.post("assistant")
    await _at(third, 1)

    accepted = await first.until(
        lambda frame: frame["type"] == "conversation" and frame["conversation"]["state"] == "agent"
    )
    assert accepted["conversation"]["agent"] == {"name": "Amira"}


async def test_the_wait_is_the_truth_as_far_as_it_is_known(door: Door) -> None:
    await door.agent(capacity=1)

    (_, first), (_, second) = await _waiting(door, 2)

    assert (await _at(first, 1))["expected_wait_s"] == 30
    assert (await _at(second, 2))["expected_wait_s"] == 388


async def test_without_anybody_there_no_wait_is_promised(door: Door) -> None:
    [(customer, device)] = await _waiting(door, 1)

    queue = await _at(device, 1)
    shown = (await (await customer.call("GET", "/v1/sessions/current")).json())["conversation"]

    assert queue == {
        "place": 1,
        "expected_wait_s": None,
        "open": True,
        "opens_at": None,
        "offer_email": False,
    }
    assert shown["queue"] == queue


async def test_a_device_that_connects_while_waiting_sees_its_place_at_once(door: Door) -> None:
    [(customer, _)] = await _waiting(door, 1)

    device = await customer.socket()

    assert device.heard[0]["conversation"]["queue"]["place"] == 1


async def test_outside_opening_hours_it_says_when_somebody_will_be_there(
    database: Database, redis_server: RedisServer
) -> None:
    async with doors.opened(database, redis_server.url, **CLOSED) as door:
        await door.agent()
        customer = await door.visitor()

        queue = (await customer.post("person"))["queue"]

    assert (queue["place"], queue["open"], queue["expected_wait_s"]) == (1, False, None)
    assert queue["opens_at"].endswith("Z")


async def test_an_agent_whose_console_falls_silent_loses_the_chat_to_the_queue(
    database: Database, redis_server: RedisServer
) -> None:
    async with doors.opened(database, redis_server.url, agent_lease_s=1, **OPEN) as door:
        amira, bo = await door.agent("Amira"), await door.agent("Bo")
        [(customer, device)] = await _waiting(door, 1)
        stale = (await (await amira.act(customer.conversation, "accept")).json())["row"]["epoch"]

        vanished = await device.event("agent_vanished")
        late = await amira.act(
            customer.conversation,
            "messages",
            epoch=stale,
            client_message_id="4a3a8f6e-5b0f-4c54-9c0e-111111111111",
            text="I am back",
        )
        refused = (late.status, (await late.json())["code"])
        taken = await bo.act(customer.conversation, "accept")

    assert vanished["agent"] == {"name": "Amira"}
    assert refused == (409, "stale_epoch")
    assert taken.status == 200


async def test_a_console_that_pings_keeps_the_chat_over_a_reload(
    database: Database, redis_server: RedisServer
) -> None:
    async with doors.opened(database, redis_server.url, agent_lease_s=2, **OPEN) as door:
        agent = await door.agent()
        [(customer, _)] = await _waiting(door, 1)
        await agent.act(customer.conversation, "accept")
        for _ in range(6):
            console = await agent.socket()
            await console.ws.send_json({"type": "ping"})
            await console.until(lambda frame: frame["type"] == "pong")
            await console.ws.close()
            await asyncio.sleep(0.5)

        row = (await agent.case(customer.conversation))["row"]

    assert (row["state"], row["owner"]["name"]) == ("agent", "Amira")
