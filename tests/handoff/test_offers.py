"""Offers, transfers and statuses as consoles and customers see them, over the whole front door."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from handoff.domain.people import Role
from tests.databases import Database
from tests.handoff import door as doors
from tests.handoff.clocks import OPEN
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Helper, Json, Socket
from tests.redises import RedisServer


@pytest.fixture(name="door")
async def _door(database: Database, redis_server: RedisServer) -> AsyncIterator[Door]:
    async with doors.opened(database, redis_server.url, offer_chats=True, **OPEN) as opened:
        yield opened


async def _waiting(door: Door) -> Customer:
    customer = await door.visitor()
    await customer.say("where is my money?")
    await customer.post("person")
    return customer


async def _offer(console: Socket) -> Json:
    return await console.until(lambda frame: frame["type"] == "offer")


async def _ended(console: Socket) -> Json:
    return await console.until(lambda frame: frame["type"] == "offer_ended")


async def _row(agent: Helper, it: Customer) -> Json:
    row: Json = (await agent.case(it.conversation))["row"]
    return row


async def test_whoever_asks_for_a_person_is_offered_to_an_agent_at_once(door: Door) -> None:
    agent = await door.agent()
    console = await agent.socket()

    customer = await _waiting(door)
    offer = await _offer(console)
    accepted = await agent.act(customer.conversation, "accept")
    ended = await _ended(console)

    assert offer["row"]["id"] == customer.conversation
    assert offer["row"]["offered_to"] == {"id": agent.agent["id"], "name": "Amira"}
    assert 0 < offer["left_s"] <= 30
    assert set(offer["why"]) == {"de", "en"}
    assert set(offer["summary"]) == {"de", "en"}
    assert accepted.status == 200
    assert (ended["conversation"], ended["why"]) == (customer.conversation, "accepted")


async def test_a_console_that_reloads_sees_its_offer_again(door: Door) -> None:
    agent = await door.agent()
    first = await agent.socket()
    await _waiting(door)
    before = await _offer(first)
    await first.ws.close()

    after = await _offer(await agent.socket())

    assert after["row"]["id"] == before["row"]["id"]
    assert after["until"] == before["until"]
    assert after["left_s"] <= before["left_s"]


async def test_who_logs_in_is_offered_what_waits(door: Door) -> None:
    customer = await _waiting(door)

    agent = await door.agent()

    offer = await _offer(await agent.socket())
    assert offer["row"]["id"] == customer.conversation


async def test_what_one_declines_goes_to_the_other_and_customers_see_none_of_it(
    door: Door,
) -> None:
    amira, bo = await door.agent("Amira"), await door.agent("Bo")
    consoles = {it.agent["id"]: (it, await it.socket()) for it in (amira, bo)}
    customer = await _waiting(door)
    device = await customer.socket()
    row = await _until_offered(amira, customer)
    asked, console = consoles.pop(row["offered_to"]["id"])
    ((_, other),) = consoles.values()
    await _offer(console)  # nobody declines what they have not been asked yet

    declined = await asked.call(
        "POST", f"/conversations/{customer.conversation}/decline", {"reason": "busy"}
    )
    ended = await _ended(console)
    offer = await _offer(other)
    await device.until(lambda it: it["type"] == "event" and it["event"]["seq"] >= 6)

    events = await customer.events()
    shown = await (await customer.call("GET", "/v1/sessions/current")).json()
    assert declined.status == 200
    assert ended["why"] == "passed_on"
    assert offer["row"]["id"] == customer.conversation
    assert {event["type"] for event in events[-3:]} == {"internal"}
    assert shown["conversation"]["state"] == "queued"
    assert "Amira" not in str(events)


async def _until_offered(agent: Helper, customer: Customer) -> Json:
    for _ in range(200):
        row = await _row(agent, customer)
        if row["offered_to"] is not None:
            return row
        await asyncio.sleep(0.02)
    raise AssertionError("offered to nobody")


async def test_an_end_frees_a_place_for_the_next_at_once(door: Door) -> None:
    agent = await door.agent(capacity=1)
    console = await agent.socket()
    first = await _waiting(door)
    await _offer(console)
    await agent.act(first.conversation, "accept")
    second = await _waiting(door)

    await agent.act(first.conversation, "close", reason="resolved")

    await console.until(lambda it: it["type"] == "offer" and it["row"]["id"] == second.conversation)


async def test_passed_to_a_colleague_it_is_offered_to_them_and_the_customer_is_told(
    door: Door,
) -> None:
    amira = await door.agent("Amira")
    customer = await _waiting(door)
    await _until_offered(amira, customer)
    await amira.act(customer.conversation, "accept")
    bo = await door.agent("Bo")
    console, device = await bo.socket(), await customer.socket()

    passed = await amira.act(
        customer.conversation, "transfer", agent=bo.agent["id"], note="angry since Monday"
    )
    offer = await _offer(console)
    told = await device.event("transferred")

    log = (await bo.case(customer.conversation))["events"]
    assert passed.status == 200
    assert offer["why"]["en"] == "Passed on to you by Amira."
    assert told["by"] == {"name": "Amira"}
    assert "to_agent" not in told
    assert [it["to_agent"]["name"] for it in log if it["type"] == "transferred"] == ["Bo"]
    assert "angry since Monday" not in str(await customer.events())


async def test_a_lead_takes_over_and_the_customer_goes_on_with_them(door: Door) -> None:
    amira, ruth = await door.agent("Amira"), await door.agent("Ruth", Role.LEAD)
    await ruth.call("PUT", "/status", {"status": "away"})
    customer = await _waiting(door)
    await _until_offered(amira, customer)
    await amira.act(customer.conversation, "accept")
    device = await customer.socket()

    forbidden = await amira.act(customer.conversation, "take-over")
    taken = await ruth.act(customer.conversation, "take-over")
    told = await device.event("taken_over")

    row = await _row(ruth, customer)
    assert (forbidden.status, taken.status) == (403, 200)
    assert (told["by"], told["agent"]) == ({"name": "Ruth"}, None)
    assert row["owner"]["name"] == "Ruth"


async def test_a_lead_who_looks_on_in_silence_leaves_no_trace(door: Door) -> None:
    amira, ruth = await door.agent("Amira"), await door.agent("Ruth", Role.LEAD)
    customer = await _waiting(door)
    row = await _until_offered(amira, customer)
    owner = amira if row["offered_to"]["id"] == amira.agent["id"] else ruth
    other = ruth if owner is amira else amira
    await owner.act(customer.conversation, "accept")
    device = await customer.socket()
    last = (await customer.events())[-1]["seq"]
    silent, loud = await other.socket(), await owner.socket()

    for console in (silent, loud):
        watch = {"type": "watch", "conversation": customer.conversation, "after": 0}
        await console.ws.send_json(watch)
        await console.event("human_asked")
        await console.ws.send_json({"type": "typing", "conversation": customer.conversation})
        await console.ws.send_json({"type": "ping"})
        await console.until(lambda frame: frame["type"] == "pong")
    await device.until(lambda frame: frame["type"] == "typing")

    assert [it["type"] for it in device.heard if it["type"] == "typing"] == ["typing"]
    assert (await customer.events())[-1]["seq"] == last


async def test_what_is_put_off_tells_the_customer_by_when_somebody_is_back(door: Door) -> None:
    agent = await door.agent()
    customer = await _waiting(door)
    await _until_offered(agent, customer)
    await agent.act(customer.conversation, "accept")
    device = await customer.socket()

    past = await agent.act(customer.conversation, "snooze", until="2020-01-01T00:00:00Z")
    until = "2999-01-01T08:00:00Z"
    put_off = await agent.act(customer.conversation, "snooze", until=until)
    changed = await device.until(lambda it: it["type"] == "conversation")
    mine = await agent.rows("mine")
    await customer.say("I have it")
    again = await device.until(
        lambda it: it["type"] == "conversation" and it["conversation"]["state"] == "queued"
    )

    assert (past.status, (await past.json())["field"]) == (422, "until")
    assert put_off.status == 200
    assert changed["conversation"]["state"] == "snoozed"
    assert changed["conversation"]["back_by"] == until
    assert [it["id"] for it in mine] == [customer.conversation]
    assert again["conversation"]["back_by"] is None


async def test_followers_find_what_they_follow(door: Door) -> None:
    agent = await door.agent()
    customer = await _waiting(door)
    path = f"/conversations/{customer.conversation}"

    followed = await agent.call("POST", f"{path}/follow", {})
    rows = await agent.rows("followed")
    await agent.call("POST", f"{path}/unfollow", {})

    assert (await followed.json())["row"]["followers"] == [agent.agent["id"]]
    assert [it["id"] for it in rows] == [customer.conversation]
    assert await agent.rows("followed") == []


async def test_a_row_says_by_when_an_answer_and_an_end_are_due(door: Door) -> None:
    agent = await door.agent()
    customer = await _waiting(door)

    asked = (await _until_offered(agent, customer))["due"]
    await agent.act(customer.conversation, "accept")
    await agent.say(customer.conversation, "I look into it")
    answered = (await _row(agent, customer))["due"]
    await customer.say("thanks")
    wrote = (await _row(agent, customer))["due"]

    assert asked["first_response"] < asked["resolution"]
    assert asked["next_response"] is None
    assert (answered["first_response"], answered["next_response"]) == (None, None)
    assert wrote["next_response"] is not None
    assert asked["resolution"] == wrote["resolution"]


async def test_a_new_skill_brings_what_waited_for_it_at_once(door: Door) -> None:
    ruth = await door.agent("Ruth", Role.LEAD)
    agent = await door.agent("Amira", capacity=1)
    for it in (ruth, agent):
        await it.call("PUT", "/status", {"status": "away"})
    equipment = {
        "languages": ["de"],
        "skills": ["disputes"],
        "levels": {"disputes": 4},
        "teams": ["Disputes"],
        "capacity": 2,
    }
    path = f"/colleagues/{agent.agent['id']}"
    german = await ruth.call("PUT", path, equipment)
    customer = await _waiting(door)
    await agent.call("PUT", "/status", {"status": "online"})
    console = await agent.socket()
    await asyncio.sleep(0.3)
    nobody = await _row(agent, customer)

    both = await ruth.call("PUT", path, {**equipment, "languages": ["de", "en"]})
    offer = await _offer(console)

    team = await (await ruth.call("GET", "/colleagues")).json()
    amira = next(it for it in team["agents"] if it["name"] == "Amira")
    assert (german.status, both.status) == (200, 200)
    assert nobody["offered_to"] is None
    assert offer["row"]["id"] == customer.conversation
    assert (amira["levels"], amira["here"], amira["load"]) == ({"disputes": 4}, True, 1)
    assert "Payments" in team["teams"]


@pytest.mark.parametrize(
    ("what", "body", "field"),
    [
        ("decline", {"reason": "tired"}, "reason"),
        ("transfer", {"epoch": 0}, "body"),
        ("transfer", {"epoch": 0, "team": "Payments", "agent": "x"}, "agent"),
        ("snooze", {"epoch": 0, "until": "2999-01-01T00:00:00"}, "until"),
        ("snooze", {"epoch": -1}, "epoch"),
    ],
)
async def test_bad_input_is_refused_with_field_and_rule(
    door: Door, what: str, body: Json, field: str
) -> None:
    agent = await door.agent()
    customer = await door.visitor()

    refused = await agent.call("POST", f"/conversations/{customer.conversation}/{what}", body)

    problem = await refused.json()
    assert refused.status == 422
    assert problem["field"] == field


async def test_logging_out_gives_the_chats_to_others_at_once(door: Door) -> None:
    amira = await door.agent("Amira")
    customer = await _waiting(door)
    await _until_offered(amira, customer)
    await amira.act(customer.conversation, "accept")
    bo = await door.agent("Bo")
    console = await bo.socket()

    await amira.call("POST", "/logout", {})

    assert (await _offer(console))["row"]["id"] == customer.conversation


async def test_the_pong_tells_a_status_that_was_changed_elsewhere(door: Door) -> None:
    agent = await door.agent()
    console = await agent.socket()
    await agent.call("PUT", "/status", {"status": "away_reassign"})

    await console.ws.send_json({"type": "ping"})

    pong = await console.until(lambda frame: frame["type"] == "pong")
    assert pong["status"] == "away_reassign"
