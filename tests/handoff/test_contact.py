"""Customers who do not wait in the chat, at a front door that writes mails into a folder."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from uuid import uuid4

import pytest

from tests.databases import Database
from tests.handoff import door as doors
from tests.handoff.clocks import CLOSED, OPEN
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Json
from tests.redises import RedisServer

SOON_S = 15.0
LOOK_S = 0.05


@pytest.fixture(name="address")
def _address() -> str:
    """One that no other test has left: they are counted."""
    return f"kim-{uuid4()}@example.org"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return tmp_path / "mail"


@pytest.fixture(name="door")
async def _door(database: Database, redis_server: RedisServer, folder: Path) -> AsyncIterator[Door]:
    settings = {
        "LOTSE_MAIL_FOLDER": str(folder),
        "LOTSE_PUBLIC_URL": "https://chat.example",
        "away_s": 1.0,
        "absence_every_s": 0.2,
        "sweep_every_s": 0.2,
        "addresses_an_hour": 3,
    }
    async with doors.opened(database, redis_server.url, **settings, **OPEN) as opened:
        yield opened


async def _waiting(door: Door) -> Customer:
    customer = await door.visitor()
    await customer.say("hello")
    device = await customer.socket()
    await device.event("assistant_said")
    await customer.post("person")
    await device.ws.close()
    return customer


async def _left(customer: Customer, what: str, **body: object) -> Json:
    path = f"/v1/conversations/{customer.conversation}/{what}"
    response = await customer.call("POST", path, dict(body))
    answer: Json = await response.json()
    return {"status": response.status, **answer}


async def _times(customer: Customer) -> list[str]:
    path = f"/v1/conversations/{customer.conversation}/call-back-times"
    response = await customer.call("GET", path)
    assert response.status == 200, await response.text()
    times: list[str] = (await response.json())["times"]
    return times


def _written(folder: Path, kind: str) -> list[EmailMessage]:
    files = sorted(folder.glob(f"{kind}-*.eml"))
    found = [message_from_bytes(file.read_bytes(), policy=default) for file in files]
    return [it for it in found if isinstance(it, EmailMessage)]


async def _mail(folder: Path, kind: str) -> EmailMessage:
    """The first of its kind, as soon as it is there."""
    for _ in range(int(SOON_S / LOOK_S)):
        if written := _written(folder, kind):
            return written[0]
        await asyncio.sleep(LOOK_S)
    pytest.fail(f"no mail of kind {kind}")


async def test_an_address_is_shown_to_the_agent_and_confirmed_by_mail(
    door: Door, folder: Path, address: str
) -> None:
    agent, customer = await door.agent(), await _waiting(door)

    left = await _left(customer, "email", address=address)

    mail = await _mail(folder, "confirmation")
    row = (await agent.case(customer.conversation))["row"]
    assert (left["status"], left["state"]) == (200, "queued")
    assert left["contact"] == {"email": address, "phone": None, "call_back_at": None}
    assert row["contact"]["email"] == address
    assert (mail["To"], left["case_number"] in mail["Subject"]) == (address, True)
    (event,) = [it for it in await customer.events() if it["type"] == "email_left"]
    assert (event["address"], event["origin"]) == (address, "customer")


@pytest.mark.parametrize("address", ["kim", "kim@example.org\r\nBcc: x@example.org", ""])
async def test_a_wrong_address_is_refused_with_field_and_rule(door: Door, address: str) -> None:
    refused = await _left(await _waiting(door), "email", address=address)

    assert (refused["status"], refused["code"]) == (422, "invalid")
    assert refused["field"] == "address"


async def test_nobodys_mailbox_is_filled_through_us(door: Door, address: str) -> None:
    people = [await _waiting(door) for _ in range(4)]

    statuses = [(await _left(it, "email", address=address))["status"] for it in people]

    assert statuses == [200, 200, 200, 429]


async def test_a_call_is_chosen_from_free_times_and_the_case_rests_until_then(door: Door) -> None:
    agent, customer = await door.agent(), await _waiting(door)
    times = await _times(customer)

    chosen = await _left(customer, "call-back", at=times[2], phone="+49 30 1234567")

    rows = await agent.rows("queue")
    row = (await agent.case(customer.conversation))["row"]
    assert (chosen["status"], chosen["state"], chosen["back_by"]) == (200, "snoozed", times[2])
    assert [it["id"] for it in rows] == []
    assert row["contact"] == {"email": None, "phone": "+49301234567", "call_back_at": times[2]}
    assert row["due"]["first_response"] == times[2]


async def test_a_time_that_was_not_offered_is_refused_with_field_and_rule(door: Door) -> None:
    customer = await _waiting(door)
    odd = datetime.fromisoformat((await _times(customer))[0]) + timedelta(minutes=7)

    refused = await _left(customer, "call-back", at=odd.isoformat(), phone="+49301234567")
    wrong = await _left(customer, "call-back", at=odd.isoformat(), phone="soon")

    assert (refused["status"], refused["field"]) == (422, "at")
    assert (wrong["status"], wrong["field"]) == (422, "phone")


async def test_after_hours_an_address_and_a_call_on_a_day_with_people_can_be_left(
    database: Database, redis_server: RedisServer, address: str
) -> None:
    async with doors.opened(database, redis_server.url, **CLOSED) as door:
        customer = await _waiting(door)
        shown = await (await customer.call("GET", "/v1/sessions/current")).json()
        times = await _times(customer)
        left = await _left(customer, "email", address=address)

    queue = shown["conversation"]["queue"]
    assert (queue["open"], queue["expected_wait_s"]) == (False, None)
    assert queue["opens_at"] is not None
    assert shown["conversation"]["case_number"].startswith("L-")
    assert len(times) > 0
    assert left["contact"]["email"] == address


async def test_an_answer_reaches_whoever_is_away_and_leads_them_back(
    door: Door, folder: Path, address: str
) -> None:
    agent, customer = await door.agent(), await _waiting(door)
    await _left(customer, "email", address=address)
    await agent.act(customer.conversation, "accept")
    await agent.say(customer.conversation, "It is on its way.")

    mail = await _mail(folder, "answer")
    body = mail.get_content()
    (token,) = re.findall(r"https://chat\.example/chat/en#(\S+)", body)
    back = await door.client.post("/v1/sessions/return", json={"token": token})
    again = await door.client.post("/v1/sessions/return", json={"token": token})

    session = await back.json()
    assert "It is on its way." in body
    assert (back.status, session["conversation"]["id"]) == (201, customer.conversation)
    assert again.status == 404
    events = await Customer(door.client, session).events()
    assert events[-1]["type"] == "agent_said"
    await asyncio.sleep(1.5)
    assert len(_written(folder, "answer")) == 1


async def test_whoever_listens_gets_no_mail(door: Door, folder: Path, address: str) -> None:
    agent, customer = await door.agent(), await _waiting(door)
    await _left(customer, "email", address=address)
    await agent.act(customer.conversation, "accept")
    device = await customer.socket()
    await agent.say(customer.conversation, "It is on its way.")
    await device.event("agent_said")
    await device.ws.close()

    await asyncio.sleep(2.5)

    assert _written(folder, "answer") == []
