"""The dry run over the front door."""

from typing import Any

import pytest
from aiohttp import ClientResponse
from pydantic import TypeAdapter

from handoff.domain.packet import Packet
from handoff.domain.people import Role
from tests.handoff.domain.examples import packet
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Helper, Json

PATH = "/routing/rehearsal"


def _packet(**changes: Any) -> Json:
    shown: Json = TypeAdapter(Packet).dump_python(packet(**changes), mode="json")
    return shown


async def _waiting(door: Door) -> Customer:
    customer = await door.visitor()
    await customer.say("where is my money?")
    await customer.post("person")
    return customer


async def _tried(lead: Helper, **body: object) -> Json:
    response = await lead.call("POST", PATH, body)
    assert response.status == 200, await response.text()
    tried: Json = await response.json()
    return tried


async def _problem(response: ClientResponse, status: int = 422) -> Json:
    assert response.status == status, await response.text()
    problem: Json = await response.json()
    return problem


async def test_a_packet_is_tried_with_the_people_who_are_here(door: Door) -> None:
    lead, agent = await door.agent("Ruth", Role.LEAD), await door.agent("Amira")
    away = await door.agent("Bo")
    await away.call("PUT", "/status", {"status": "away"})
    await lead.call("PUT", "/status", {"status": "away"})

    tried = await _tried(lead, packet=_packet(case_type="report_payout_problem"))

    assert tried["rule"] == "stuck money"
    assert tried["priority"] == "stuck"
    assert tried["why"]["en"].startswith("Problem with a payout")
    assert [(it["team"], it["after_s"], it["means"]) for it in tried["targets"]] == [
        ("Payments", None, []),
        (None, 0, ["Amira"]),
        (None, 300, ["Amira"]),
    ]
    assert tried["offered"]["agent"] == {"id": agent.agent["id"], "name": "Amira"}
    assert tried["offered"]["target"] == 1
    assert {it["name"]: it["obstacles"] for it in tried["agents"]} == {
        "Amira": [],
        "Bo": ["absent"],
        "Ruth": ["absent"],
    }


async def test_a_conversation_is_tried_with_its_own_packet_and_nothing_happens_to_it(
    door: Door,
) -> None:
    lead, customer = await door.agent("Ruth", Role.LEAD), await _waiting(door)
    before = await lead.case(customer.conversation)

    tried = await _tried(lead, conversation=customer.conversation)

    after = await lead.case(customer.conversation)
    assert tried["rule"] == before["packet"]["route"]["rule"]
    assert tried["why"] == before["packet"]["route"]["why"]
    assert after["events"] == before["events"]
    assert after["row"] == before["row"]


async def test_a_conversation_without_a_packet_cannot_be_tried(door: Door) -> None:
    lead, customer = await door.agent("Ruth", Role.LEAD), await door.visitor()

    refused = await lead.call("POST", PATH, {"conversation": customer.conversation})

    problem = await _problem(refused)
    assert problem["field"] == "conversation"
    assert "nobody has asked for a person" in problem["detail"]


async def test_every_field_that_is_wrong_is_named_with_its_rule(front: Door) -> None:
    lead = await front.agent("Ruth", Role.LEAD)
    wrong = _packet() | {"reason": "bored", "urgency": {"level": "huge", "why": {}}, "slots": 7}
    del wrong["tried"]

    problem = await _problem(await lead.call("POST", PATH, {"packet": wrong}))

    assert [it["field"] for it in problem["errors"]] == [
        "packet.reason",
        "packet.urgency.level",
        "packet.slots",
        "packet.tried",
    ]
    assert problem["field"] == "packet.reason"
    assert "customer_asked" in problem["errors"][0]["rule"]
    assert problem["errors"][3]["code"] == "missing"


@pytest.mark.parametrize("body", [{}, {"conversation": "0" * 32, "packet": _packet()}])
async def test_exactly_one_of_conversation_and_packet_is_tried(front: Door, body: Json) -> None:
    lead = await front.agent("Ruth", Role.LEAD)

    problem = await _problem(await lead.call("POST", PATH, body))

    assert "exactly one of conversation and packet" in problem["detail"]


async def test_the_channel_counts(front: Door) -> None:
    lead = await front.agent("Ruth", Role.LEAD)

    problem = await _problem(await lead.call("POST", PATH, {"packet": _packet(), "channel": "fax"}))

    assert problem["field"] == "channel"


@pytest.mark.parametrize("role", [Role.AGENT, Role.AUDITOR])
async def test_those_who_do_not_plan_may_not_try(front: Door, role: Role) -> None:
    somebody = await front.agent(f"Some{role}", role)

    await _problem(await somebody.call("POST", PATH, {"packet": _packet()}), 403)
