"""A rush as consoles, customers and leads see it, at a front door with a real database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from handoff.domain.people import Role
from tests.databases import Database
from tests.handoff import door as doors
from tests.handoff.clocks import OPEN
from tests.handoff.door import Door
from tests.handoff.ends import Helper, Json, Socket
from tests.handoff.policy import FILE
from tests.redises import RedisServer

SWIFT = FILE.read_text().replace("raise_after_s: 120", "raise_after_s: 1")


@pytest.fixture(name="door")
async def _door(
    database: Database, redis_server: RedisServer, tmp_path: Path
) -> AsyncIterator[Door]:
    """Its rushes begin within a second; its queue is offered."""
    file = tmp_path / "routing.yml"
    file.write_text(SWIFT)
    async with doors.opened(
        database,
        redis_server.url,
        routing_file=str(file),
        sweep_every_s=0.2,
        **OPEN,
    ) as opened:
        yield opened


async def _crowd(door: Door, count: int) -> list[Socket]:
    devices = []
    for _ in range(count):
        customer = await door.visitor()
        await customer.say("hello")
        devices.append(await customer.socket())
        await devices[-1].event("assistant_said")
        await customer.post("person")
    return devices


async def _rush(console: Socket, level: int) -> Json:
    return await console.until(lambda frame: frame["type"] == "surge" and frame["level"] == level)


async def _history(lead: Helper) -> Json:
    response = await lead.call("GET", "/surge?limit=5")
    assert response.status == 200, await response.text()
    answer: Json = await response.json()
    return answer


async def test_agents_leads_and_the_waiting_hear_of_it_and_of_its_end(door: Door) -> None:
    agent, lead = await door.agent(capacity=1), await door.agent("Ruth", Role.LEAD, capacity=0)
    console, wall = await agent.socket(), await lead.socket()
    (first, *_) = await _crowd(door, 4)

    told, told_lead = await _rush(console, 1), await _rush(wall, 1)
    offered = await first.until(
        lambda frame: frame["type"] == "queue" and frame["queue"]["offer_email"]
    )
    history = await _history(lead)

    assert (told["notice"], told["extra_capacity"]) == ("agent", 1)
    assert told_lead["notice"] == "lead"
    assert offered["queue"]["place"] == 1
    assert history["changes"][-1]["level"] == 1
    assert history["changes"][-1]["waiting"] > 0

    async with door.database.engine.begin() as connection:
        await connection.execute(text("UPDATE surge SET level = 0, worse_since = NULL"))
        await connection.execute(text("UPDATE conversation SET state = 'closed'"))
        await connection.execute(text("UPDATE event SET at = at - interval '1 hour'"))
    over = await _rush(console, 0)

    assert over["extra_capacity"] == 0


async def test_the_stand_by_team_is_told_that_it_is_called_in(door: Door) -> None:
    lead = await door.agent("Ruth", Role.LEAD, capacity=1)
    reserve = await door.agent("Rio", capacity=2)
    equipped = {
        "languages": ["de", "en"],
        "skills": ["general"],
        "teams": ["Stand-by"],
        "capacity": 2,
    }
    await lead.call("PUT", f"/colleagues/{reserve.agent['id']}", equipped)
    console = await reserve.socket()

    await _crowd(door, 9)
    called = await _rush(console, 2)

    assert (called["notice"], called["stand_by"]) == ("stand_by", ["Stand-by"])


async def test_only_leads_and_auditors_read_its_history(door: Door) -> None:
    agent, auditor = await door.agent(), await door.agent("Olga", Role.AUDITOR)

    refused = await agent.call("GET", "/surge")

    assert refused.status == 403
    assert (await _history(auditor))["now"]["level"] == 0
