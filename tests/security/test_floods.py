"""Limits by documented rules, for everybody alike."""

from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from aiohttp import ClientResponse
from multidict import CIMultiDict

from handoff.domain.people import Role
from tests.databases import Database
from tests.handoff import door as doors
from tests.handoff.door import PASSWORD, Door
from tests.handoff.ends import Customer
from tests.redises import RedisServer

EMAIL = "amira@lotse.example"


@pytest.fixture(name="narrow")
async def _narrow(database: Database, redis_server: RedisServer) -> AsyncIterator[Door]:
    """A door with small limits, behind one proxy that we trust."""
    async with doors.opened(
        database,
        redis_server.url,
        sessions_a_minute=5,
        messages_a_minute=5,
        changes_a_minute=5,
        log_ins_a_minute=5,
        searches_a_minute=5,
        page_votes_a_minute=5,
        trusted_proxies=1,
    ) as door:
        yield door


def _address() -> str:
    """An address that no other test has used: limits outlive a test."""
    return f"2001:db8::{uuid4().hex[:4]}:{uuid4().hex[:4]}:{uuid4().hex[:4]}"


def _via(address: str) -> dict[str, str]:
    return {"X-Forwarded-For": address}


async def _log_in(
    door: Door, password: str, address: str | None = None, email: str = EMAIL
) -> ClientResponse:
    return await door.client.post(
        "/v1/agent/login",
        json={"email": email, "password": password},
        headers={"Origin": door.origin, **_via(address or _address())},
    )


async def test_one_address_opens_only_so_many_chats(narrow: Door) -> None:
    here = _via(_address())

    answers = [
        await narrow.client.post("/v1/sessions", json={"channel": "web"}, headers=here)
        for _ in range(6)
    ]
    elsewhere = await narrow.client.post(
        "/v1/sessions", json={"channel": "web"}, headers=_via(_address())
    )

    assert [answer.status for answer in answers] == [201] * 5 + [429]
    assert (await answers[-1].json())["code"] == "too_many_requests"
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert elsewhere.status == 201


@pytest.mark.parametrize("forged", ["1.2.3.{n}", "1.2.3.{n}, 5.6.7.8", "{n}"])
async def test_an_address_one_made_up_in_front_of_the_proxys_does_not_help(
    narrow: Door, forged: str
) -> None:
    address = _address()

    answers = [
        await narrow.client.post(
            "/v1/sessions",
            json={"channel": "web"},
            headers=_via(f"{forged.format(n=n)}, {address}"),
        )
        for n in range(6)
    ]

    assert answers[-1].status == 429


async def test_a_header_of_ones_own_beside_the_proxys_does_not_help(narrow: Door) -> None:
    address, answers = _address(), []

    for n in range(6):
        headers: CIMultiDict[str] = CIMultiDict()
        headers.add("X-Forwarded-For", f"1.2.3.{n}")
        headers.add("X-Forwarded-For", address)
        body = {"channel": "web"}
        answers.append(await narrow.client.post("/v1/sessions", json=body, headers=headers))

    assert answers[-1].status == 429


async def test_one_customer_says_only_so_much_at_once_and_nothing_is_kept_of_the_rest(
    narrow: Door,
) -> None:
    body = {"channel": "web"}
    opened = await narrow.client.post("/v1/sessions", json=body, headers=_via(_address()))
    customer = Customer(narrow.client, await opened.json())
    path = f"/v1/conversations/{customer.conversation}/messages"

    answers = [
        await customer.call("POST", path, {"client_message_id": str(uuid4()), "text": "hello"})
        for _ in range(7)
    ]

    said = [it for it in await customer.events() if it["type"] == "customer_said"]
    assert [answer.status for answer in answers] == [201] * 5 + [429] * 2
    assert len(said) == 5


async def test_one_customer_changes_a_conversation_only_so_often(narrow: Door) -> None:
    opened = await narrow.client.post(
        "/v1/sessions", json={"channel": "web"}, headers=_via(_address())
    )
    customer = Customer(narrow.client, await opened.json())
    it = f"/v1/conversations/{customer.conversation}"

    statuses = [
        (await customer.call("POST", f"{it}/{what}", {})).status
        for what in ("person", "assistant", "person", "assistant", "close", "person", "close")
    ]

    assert statuses == [200] * 5 + [429] * 2


async def test_typing_is_passed_on_once_a_second_however_often_it_is_said(front: Door) -> None:
    agent, customer = await front.agent(f"A{uuid4().hex[:8]}"), await front.visitor()
    await customer.post("person")
    await agent.act(customer.conversation, "accept")
    device, console = await customer.socket(), await agent.socket()
    await console.ws.send_json({"type": "watch", "conversation": customer.conversation, "after": 0})
    await console.event("started")

    for _ in range(50):
        await device.ws.send_json({"type": "typing"})
        await console.ws.send_json({"type": "typing", "conversation": customer.conversation})
    for end in (console, device):
        await end.until(lambda frame: frame["type"] == "typing")
        await end.ws.send_json({"type": "ping"})
        await end.until(lambda frame: frame["type"] == "pong")
        # What was said before is heard by now, or with the next.
        await end.ws.send_json({"type": "ping"})
        await end.ws.receive()

    for end in (device, console):
        assert 1 <= [frame["type"] for frame in end.heard].count("typing") <= 2


async def test_a_password_is_not_guessed_from_many_addresses(narrow: Door) -> None:
    email = f"{uuid4()}@lotse.example"
    await narrow.enrol("Amira", email, Role.AGENT, 5)

    answers = [await _log_in(narrow, f"guess {n}", email=email) for n in range(5)]
    right = await _log_in(narrow, PASSWORD, email=email.upper())

    assert [answer.status for answer in answers] == [401] * 5
    assert right.status == 429


async def test_many_e_mail_addresses_are_not_tried_from_one_address(narrow: Door) -> None:
    here = _address()

    answers = [await _log_in(narrow, "guess", here, f"{uuid4()}@lotse.example") for _ in range(6)]

    assert [answer.status for answer in answers] == [401] * 5 + [429]


async def test_one_address_searches_only_so_often_over_pages_and_calls(narrow: Door) -> None:
    here = _via(_address())

    answers = [
        (await narrow.client.get(path, headers=here)).status
        for path in ["/v1/articles?q=payout", "/help/en?q=payout"] * 3
    ]

    assert answers == [200] * 5 + [429]


async def test_wrong_password_and_unknown_address_look_alike(front: Door) -> None:
    email = f"{uuid4()}@lotse.example"
    await front.enrol("Amira", email, Role.AGENT, 5)

    wrong = await _log_in(front, "guess", email=email)
    unknown = await _log_in(front, "guess", email=f"{uuid4()}@lotse.example")

    assert (wrong.status, await wrong.text()) == (unknown.status, await unknown.text())


@pytest.mark.parametrize("password", ["", "x" * 1025, None, 7])
async def test_a_password_that_is_none_is_refused(front: Door, password: object) -> None:
    response = await front.client.post(
        "/v1/agent/login",
        json={"email": EMAIL, "password": password},
        headers={"Origin": front.origin},
    )

    assert response.status == 422


async def test_a_password_with_bytes_of_any_kind_is_only_wrong(front: Door) -> None:
    for password in ("\0", "\u202e", "😀" * 200):
        assert (await _log_in(front, password)).status == 401


async def test_ticks_count_as_messages_do(narrow: Door) -> None:
    customer = await narrow.customer(str(uuid4()))
    path = "/v1/guides/profile/steps/text"

    statuses = [(await customer.call("PUT", path, {"done": bool(n % 2)})).status for n in range(6)]

    assert statuses == [200] * 5 + [429]


async def test_votes_in_a_chat_count_as_messages_do(narrow: Door) -> None:
    customer = await narrow.customer(str(uuid4()))
    path = f"/v1/conversations/{customer.conversation}/events/1/helpful"
    body = {"slug": "payout-schedule", "helpful": True}

    statuses = [(await customer.call("PUT", path, body)).status for _ in range(6)]

    assert statuses == [404] * 5 + [429]


async def test_one_address_votes_on_pages_only_so_often(narrow: Door) -> None:
    headers = {"Origin": narrow.origin, **_via(_address())}

    answers = [
        await narrow.client.post(
            "/help/en/payout-schedule/helpful", data={"helpful": "yes"}, headers=headers
        )
        for _ in range(6)
    ]

    assert [answer.status for answer in answers] == [200] * 5 + [429]
