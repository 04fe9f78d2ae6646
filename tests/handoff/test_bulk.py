"""The same for many conversations: each is done or refused by itself."""

from uuid import uuid4

import pytest

from tests.handoff.answers import assert_answer
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Helper, Json


async def _agent(front: Door, capacity: int = 5) -> Helper:
    return await front.agent(f"Amira-{uuid4().hex[:8]}", capacity=capacity)


async def _queued(front: Door) -> Customer:
    customer = await front.visitor()
    await customer.say("hello")
    await customer.post("person")
    return customer


async def _bulk(
    agent: Helper, its: list[str], kind: str, epochs: list[int] | None = None, **action: object
) -> list[Json]:
    epochs = epochs or [await agent.epoch(it) for it in its]
    items = [{"conversation": it, "epoch": n} for it, n in zip(its, epochs, strict=True)]
    response = await agent.call(
        "POST", "/bulk", {"items": items, "action": {"kind": kind, **action}}
    )
    answer = await response.json()
    assert_answer("POST", "/v1/agent/bulk", response.status, answer)
    assert response.status == 200, answer
    results: list[Json] = answer["results"]
    return results


def _codes(results: list[Json]) -> list[str | None]:
    return [it["refused"] and it["refused"]["code"] for it in results]


async def test_many_are_accepted_as_far_as_there_is_room_and_closed(front: Door) -> None:
    agent = await _agent(front, capacity=2)
    its = [(await _queued(front)).conversation for _ in range(3)]

    accepted = await _bulk(agent, its, "accept")
    closed = await _bulk(agent, its, "close", reason="resolved")

    assert _codes(accepted) == [None, None, "at_capacity"]
    assert _codes(closed) == [None, None, "not_owner"]
    assert [it["row"] and it["row"]["state"] for it in closed] == ["closed", "closed", None]
    assert [it["conversation"] for it in closed] == its


async def test_what_has_changed_hands_or_does_not_exist_is_refused_alone(front: Door) -> None:
    agent = await _agent(front)
    it, nobodys = (await _queued(front)).conversation, str(uuid4())
    await agent.act(it, "accept")

    results = await _bulk(agent, [it, nobodys, it], "snooze", [0, 0, await agent.epoch(it)])

    assert _codes(results) == ["stale_epoch", "not_found", None]
    assert (await agent.case(it))["row"]["state"] == "snoozed"


async def test_tags_are_added_and_taken_away_beside_those_that_are_there(front: Door) -> None:
    agent, its = await _agent(front), [(await _queued(front)).conversation for _ in range(2)]
    await agent.call("PUT", f"/conversations/{its[0]}/tags", {"tags": ["old", "vip"]})

    results = await _bulk(agent, its, "tag", add=["new"], remove=["old"])

    assert [it["row"]["tags"] for it in results] == [["vip", "new"], ["new"]]


async def test_many_are_passed_on_to_a_team(front: Door) -> None:
    agent, its = await _agent(front), [(await _queued(front)).conversation for _ in range(2)]
    await _bulk(agent, its, "accept")

    results = await _bulk(agent, its, "transfer", team="Payments")
    unknown = await _bulk(agent, its, "transfer", team="Nobody")

    assert _codes(results) == [None, None]
    assert {it["row"]["team"] for it in results} == {"Payments"}
    assert _codes(unknown) == ["not_found", "not_found"]


@pytest.mark.parametrize(
    "action",
    [
        {"kind": "erase"},
        {"kind": "close", "reason": "customer_left"},
        {"kind": "transfer"},
        {"kind": "tag", "add": ["UPPER"]},
        {},
    ],
)
async def test_what_cannot_be_done_is_refused_before_anything_is(front: Door, action: Json) -> None:
    agent, item = await _agent(front), {"conversation": str(uuid4()), "epoch": 0}

    response = await agent.call("POST", "/bulk", {"items": [item], "action": action})
    none = await agent.call("POST", "/bulk", {"items": [], "action": {"kind": "accept"}})
    many = await agent.call("POST", "/bulk", {"items": [item] * 101, "action": {"kind": "accept"}})

    assert [it.status for it in (response, none, many)] == [422, 422, 422]
