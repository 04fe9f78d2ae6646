"""Several devices, reloads and lost connections: everybody ends up with the same."""

import asyncio
from uuid import uuid4

import pytest

from tests.databases import Database
from tests.handoff import door as doors
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Json, Socket
from tests.redises import RedisServer


async def _talk(door: Door, customer: Customer, messages: int = 3) -> None:
    """Something worth looking at."""
    for n in range(messages):
        receipt = await customer.say(f"message {n}")
        device = await customer.socket(after=receipt["seq"])
        await device.event("assistant_said", in_reply_to=receipt["seq"])
        await device.ws.close()


async def _caught_up(socket: Socket, seq: int) -> list[Json]:
    await socket.until(lambda frame: frame["type"] == "event" and frame["event"]["seq"] == seq)
    return socket.events


async def test_a_reload_gives_the_same_session_and_conversation(front: Door) -> None:
    customer = await front.customer(str(uuid4()), name="Lena Brandt")
    await _talk(front, customer, 1)

    response = await customer.call("GET", "/v1/sessions/current")

    again = await response.json()
    assert response.status == 200
    assert (again["session"], again["customer"]) == (
        customer.session["session"],
        customer.session["customer"],
    )
    assert again["conversation"]["id"] == customer.conversation
    assert again["last_seq"] == again["conversation"]["last_seq"] == 3


async def test_two_tabs_and_another_device_hear_everything_once_and_in_order(
    front: Door,
) -> None:
    sub = str(uuid4())
    phone, laptop = await front.customer(sub), await front.customer(sub)
    devices = [await phone.socket(), await phone.socket(), await laptop.socket()]

    for n in range(5):
        await (phone if n % 2 else laptop).say(f"message {n}")

    heard = [await _caught_up(device, 11) for device in devices]
    assert laptop.conversation == phone.conversation
    assert heard[0] == heard[1] == heard[2]
    assert [event["seq"] for event in heard[0]] == list(range(1, 12))


async def test_the_socket_and_http_tell_the_same_story(front: Door) -> None:
    customer = await front.visitor()
    await _talk(front, customer)

    over_http = await customer.events()
    over_socket = await _caught_up(await customer.socket(), over_http[-1]["seq"])

    assert over_socket == over_http


@pytest.mark.parametrize("after", range(0, 9, 2))
async def test_resumed_anywhere_the_state_is_the_same_as_loaded_afresh(
    front: Door, after: int
) -> None:
    customer = await front.visitor()
    await _talk(front, customer)
    await customer.post("person")
    afresh = await _caught_up(await customer.socket(), 8)

    resumed = await customer.socket(after=after)
    if after < 8:
        await _caught_up(resumed, 8)

    assert afresh[:after] + resumed.events == afresh
    state = await resumed.until(lambda frame: frame["type"] == "resumed")
    assert state["conversation"]["state"] == "queued"
    assert state["last_seq"] == 8


async def test_what_happens_while_a_device_connects_is_not_missed(front: Door) -> None:
    customer = await front.visitor()

    connecting = asyncio.create_task(customer.socket())
    await asyncio.gather(*(customer.say(f"message {n}") for n in range(5)))
    device = await connecting

    events = await _caught_up(device, 11)
    assert [event["seq"] for event in events] == list(range(1, 12))


@pytest.mark.parametrize(
    ("query", "seqs"),
    [("", [1, 2, 3]), ("?after=2", [3]), ("?after=1&limit=1", [2]), ("?after=3", [])],
)
async def test_a_gap_is_fetched_over_http(front: Door, query: str, seqs: list[int]) -> None:
    customer = await front.visitor()
    await _talk(front, customer, 1)

    path = f"/v1/conversations/{customer.conversation}/events{query}"
    answer = await (await customer.call("GET", path)).json()

    assert [event["seq"] for event in answer["events"]] == seqs
    assert answer["last_seq"] == 3


@pytest.mark.parametrize(
    "query", ["?after=-1", "?after=x", "?after=", "?after=1.5", "?limit=1001", "?after=9999999999"]
)
async def test_a_place_in_the_log_that_is_none_is_refused(front: Door, query: str) -> None:
    customer = await front.visitor()

    path = f"/v1/conversations/{customer.conversation}/events{query}"
    response = await customer.call("GET", path)

    problem = await response.json()
    assert (response.status, problem["code"]) == (422, "invalid")
    assert problem["field"] in {"after", "limit"}


async def test_a_device_is_told_when_the_talk_goes_on_elsewhere(front: Door) -> None:
    customer = await front.visitor()
    device = await customer.socket()
    await customer.post("close")

    receipt = await customer.say("one more thing")

    moved = await device.until(
        lambda frame: frame["type"] == "conversation" and frame["conversation"]["next"]
    )
    assert moved["conversation"]["next"] == receipt["conversation"]
    next_one = await customer.socket(conversation=receipt["conversation"])
    said = await next_one.event("customer_said")
    assert said["parts"] == [{"kind": "text", "text": "one more thing"}]


async def test_typing_is_seen_on_the_other_side_only(front: Door) -> None:
    agent, customer = await front.agent(f"A{uuid4()}"), await front.visitor()
    await customer.say("hello")
    await customer.post("person")
    await agent.act(customer.conversation, "accept")
    device, console = await customer.socket(), await agent.socket()
    watch = {"type": "watch", "conversation": customer.conversation, "after": 0}
    await console.ws.send_json(watch)
    await console.event("customer_said")

    await device.ws.send_json({"type": "typing"})
    await console.ws.send_json({"type": "typing", "conversation": customer.conversation})

    seen = await console.until(lambda frame: frame["type"] == "typing")
    felt = await device.until(lambda frame: frame["type"] == "typing")
    assert seen == {
        "type": "typing",
        "who": "customer",
        "conversation": customer.conversation,
    }
    assert felt["who"] == "agent"
    assert [frame["who"] for frame in device.heard if frame["type"] == "typing"] == ["agent"]


async def test_a_ping_is_answered(front: Door) -> None:
    device = await (await front.visitor()).socket()

    await device.ws.send_json({"type": "ping"})

    assert await device.until(lambda frame: frame["type"] == "pong") == {"type": "pong"}


async def test_signing_out_ends_the_session_and_closes_its_sockets(front: Door) -> None:
    customer = await front.visitor()
    device = await customer.socket()

    left = await customer.call("DELETE", "/v1/sessions/current")

    assert left.status == 204
    assert await device.closed() == 4401
    assert (await customer.call("GET", "/v1/sessions/current")).status == 401


async def test_a_visitor_who_signs_in_takes_the_talk_along_and_the_old_socket_closes(
    front: Door,
) -> None:
    visitor, sub = await front.visitor(), str(uuid4())
    device = await visitor.socket()
    await visitor.say("hello")
    await device.event("assistant_said")

    closed = asyncio.create_task(device.closed())
    signed_in = await front.sign_in(visitor, sub)

    assert await closed == 4401
    assert signed_in.conversation == visitor.conversation
    assert signed_in.session["customer"]["verified"]
    assert [event["type"] for event in await signed_in.events()] == [
        "started",
        "customer_said",
        "assistant_said",
    ]


async def test_the_old_socket_closes_at_sign_in_and_waits_for_no_sweep(
    database: Database, redis_server: RedisServer
) -> None:
    async with doors.opened(database, redis_server.url, sweep_every_s=3600) as door:
        visitor = await door.visitor()
        device = await visitor.socket()
        await visitor.say("hello")
        await device.event("assistant_said")

        closed = asyncio.create_task(device.closed())
        await door.sign_in(visitor, str(uuid4()))

        assert await closed == 4401


async def test_a_device_on_an_ended_talk_is_told_when_another_device_begins_the_next(
    database: Database, redis_server: RedisServer
) -> None:
    async with doors.opened(database, redis_server.url, sweep_every_s=3600) as door:
        sub = str(uuid4())
        phone = await door.customer(sub)
        device = await phone.socket()
        await phone.post("close")
        await device.event("closed")

        laptop = await door.customer(sub)

        moved = await device.until(
            lambda frame: frame["type"] == "conversation" and frame["conversation"]["next"]
        )
        assert moved["conversation"]["next"] == laptop.conversation


@pytest.mark.parametrize(
    ("reason", "shown"), [("spam", "other"), ("duplicate", "other"), ("resolved", "resolved")]
)
async def test_a_customer_is_not_told_what_the_team_thought_of_the_case(
    front: Door, reason: str, shown: str
) -> None:
    agent, customer = await front.agent(f"A{uuid4().hex[:8]}"), await front.visitor()
    device = await customer.socket()
    await customer.post("person")
    await agent.act(customer.conversation, "accept")
    await agent.act(customer.conversation, "close", reason=reason)

    heard = await device.event("closed")

    assert heard["reason"] == (await customer.events())[-1]["reason"] == shown
    case = await agent.case(customer.conversation)
    assert case["events"][-1]["reason"] == case["row"]["close_reason"] == reason
    assert reason == shown or reason not in str(device.heard)


async def test_one_customer_who_opens_many_chats_at_once_has_one(front: Door) -> None:
    sub = str(uuid4())

    tabs = await asyncio.gather(*(front.customer(sub) for _ in range(8)))

    assert len({tab.conversation for tab in tabs}) == 1
