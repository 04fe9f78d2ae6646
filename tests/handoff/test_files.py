"""Customers' files over HTTP: what is known now, and everything that happened."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from uuid import uuid4

import pytest
from sqlalchemy.ext.asyncio import async_sessionmaker

from payouts.book import PayoutBook
from payouts.events import parse_event
from tests.handoff.answers import assert_answer
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Helper, Json

PATH = "/v1/agent/customers/{customer}"
NOW = datetime.now(UTC)


async def _reported(front: Door, type_: str, days_ago: float, **data: object) -> None:
    book = PayoutBook(async_sessionmaker(front.database.engine, expire_on_commit=False))
    at = NOW - timedelta(days=days_ago)
    event = {"id": str(uuid4()), "type": type_, "occurred_at": at, "data": data}
    await book.record(parse_event(event))


def _reference(sub: str) -> str:
    return f"PO-{int(sha256(sub.encode()).hexdigest(), 16) % 10**8:08}"


async def _payout(front: Door, sub: str, state: str, days_ago: float, **more: object) -> None:
    data = {"reference": _reference(sub), "sub": sub, "amount": "12.50", "currency": "EUR"}
    await _reported(front, "payout.changed", days_ago, **data, state=state, **more)


async def _agent(front: Door) -> Helper:
    return await front.agent(f"Amira-{uuid4().hex[:8]}")


async def _file(agent: Helper, customer: Customer) -> Json:
    id_ = customer.session["customer"]["id"]
    response = await agent.call("GET", f"/customers/{id_}")
    found: Json = await response.json()
    assert_answer("GET", PATH, response.status, found)
    return found


async def _timeline(agent: Helper, customer: Customer, query: str = "") -> Json:
    id_ = customer.session["customer"]["id"]
    response = await agent.call("GET", f"/customers/{id_}/timeline{query}")
    found: Json = await response.json()
    assert_answer("GET", f"{PATH}/timeline", response.status, found)
    return found


async def test_a_file_tells_payouts_milestones_gates_and_conversations(front: Door) -> None:
    sub = uuid4().hex[:8]
    customer, agent = await front.customer(sub, name="Katja"), await _agent(front)
    await customer.say("hello")
    await _payout(front, sub, "requested", 3)
    await _payout(front, sub, "in_transit", 1)
    about = {"name": "Katja", "kind": "freelancer", "segment": "new", "since": "2026-01-01"}
    place = {"time_zone": "Europe/Berlin", "language": "de"}
    await _reported(front, "customer.changed", 3, sub=sub, **about, **place)
    await _reported(front, "identity.changed", 2, sub=sub, state="pending")
    milestone_id = f"MS-{int(sub, 16) % 10**6}"
    work = {"milestone": milestone_id, "project": "PR-1", "title": "Logo", "state": "funded"}
    paid_by = {"client": sub, "freelancer": None, "amount": "90.00", "currency": "EUR"}
    await _reported(front, "milestone.changed", 2, **work, **paid_by)

    found = await _file(agent, customer)

    (payout,), (milestone,) = found["platform"]["payouts"], found["platform"]["milestones"]
    assert [step["state"] for step in payout["history"]] == ["requested", "in_transit"]
    assert Decimal(payout["amount"]) == Decimal("12.50")
    assert (milestone["title"], milestone["pays"]) == ("Logo", True)
    assert found["platform"]["identity"]["state"] == "pending"
    assert [it["id"] for it in found["conversations"]] == [customer.conversation]


async def test_of_a_visitor_nothing_of_the_platform_is_known(front: Door) -> None:
    customer, agent = await front.visitor(), await _agent(front)

    found = await _file(agent, customer)

    assert found["platform"]["payouts"] == []
    assert found["platform"]["identity"] is None
    assert found["customer"]["verified"] is False


async def test_a_timeline_weaves_conversations_and_payouts(front: Door) -> None:
    sub = uuid4().hex[:8]
    await _payout(front, sub, "requested", 3)
    first, agent = await front.customer(sub), await _agent(front)
    await first.say("one")
    await first.post("close")
    second = await front.customer(sub)
    await second.say("two")
    await second.post("person")
    await _payout(front, sub, "paid", -1)
    await _payout(front, f"{sub}-other", "paid", 0)

    whole = await _timeline(agent, second, "?limit=200")

    kinds = [
        it["change"]["state"] if it["kind"] == "change" else it["event"]["type"]
        for it in whole["entries"]
    ]
    assert (kinds[0], kinds[-1]) == ("paid", "requested")
    assert kinds.count("started") == 2
    assert {"customer_said", "closed", "human_asked"} <= set(kinds)
    assert len({it["event"]["conversation"] for it in whole["entries"] if "event" in it}) == 2
    assert all(it["event"].get("packet") is None for it in whole["entries"] if "event" in it)
    assert whole["next"] is None


async def test_a_timeline_read_in_pages_is_the_whole_one(front: Door) -> None:
    sub = uuid4().hex[:8]
    customer, agent = await front.customer(sub), await _agent(front)
    await customer.post("person")
    for days_ago, state in enumerate(("paid", "in_transit", "processing", "requested")):
        await _payout(front, sub, state, days_ago - 1.5)
        await customer.say(f"message {days_ago}")
    whole = (await _timeline(agent, customer, "?limit=200"))["entries"]

    pages, cursor = list[Json](), ""
    while cursor is not None:
        page = await _timeline(
            agent, customer, f"?limit=3&cursor={cursor}" if cursor else "?limit=3"
        )
        pages += page["entries"]
        cursor = page["next"]

    assert pages == whole


@pytest.mark.parametrize("cursor", ["x", "%00", "W10=", "bnVsbA==", "WzEsMl0="])
async def test_what_is_no_cursor_of_a_timeline_is_refused(front: Door, cursor: str) -> None:
    customer, agent = await front.visitor(), await _agent(front)
    id_ = customer.session["customer"]["id"]

    response = await agent.call("GET", f"/customers/{id_}/timeline?cursor={cursor}")

    assert (response.status, (await response.json())["field"]) == (422, "cursor")


@pytest.mark.parametrize("id_", ["1", "%00", "..", str(uuid4())])
async def test_nobody_has_no_file(front: Door, id_: str) -> None:
    agent = await _agent(front)

    statuses = [
        (await agent.call("GET", f"/customers/{id_}{what}")).status for what in ("", "/timeline")
    ]

    assert set(statuses) <= {404, 405}
