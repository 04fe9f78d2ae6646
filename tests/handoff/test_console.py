"""What agents see and do, over HTTP and their socket."""

import asyncio
from uuid import uuid4

from sqlalchemy import text

from handoff.domain.people import Role
from tests.handoff.door import PASSWORD, Door
from tests.handoff.ends import Customer, Helper


async def _agent(front: Door, **wanted: object) -> Helper:
    return await front.agent(f"Amira-{uuid4().hex[:8]}", **wanted)  # type: ignore[arg-type]


async def _queued(front: Door) -> Customer:
    customer = await front.visitor()
    await customer.say("hello")
    await customer.post("person")
    return customer


async def test_of_two_agents_who_accept_at_once_one_is_told_who_was_first(front: Door) -> None:
    agents = [await _agent(front) for _ in range(2)]
    customer = await _queued(front)

    answers = await asyncio.gather(
        *(agent.act(customer.conversation, "accept", epoch=0) for agent in agents)
    )

    problems = [await answer.json() for answer in answers if answer.status == 409]
    assert sorted(answer.status for answer in answers) == [200, 409]
    assert problems[0]["code"] == "already_claimed"


async def test_accepting_more_than_the_capacity_at_once_is_refused(front: Door) -> None:
    agent = await _agent(front, capacity=1)
    waiting = [await _queued(front) for _ in range(6)]

    answers = await asyncio.gather(
        *(agent.act(customer.conversation, "accept", epoch=0) for customer in waiting)
    )

    codes = [(await answer.json()).get("code") for answer in answers]
    assert sorted(map(str, codes)) == ["None"] + ["at_capacity"] * 5
    assert len(await agent.rows("mine")) == 1


async def test_the_same_message_posted_in_parallel_is_one_event_and_one_answer(
    front: Door,
) -> None:
    customer, message = await front.visitor(), str(uuid4())

    receipts = await asyncio.gather(*(customer.say("hello", message) for _ in range(10)))

    said = [event for event in await customer.events() if event["type"] == "customer_said"]
    assert all(receipt == receipts[0] for receipt in receipts)
    assert [event["client_message_id"] for event in said] == [message]


async def test_a_first_message_is_201_a_repeat_200_and_another_text_409(front: Door) -> None:
    customer, message = await front.visitor(), str(uuid4())
    path = f"/v1/conversations/{customer.conversation}/messages"

    answers = [
        await customer.call("POST", path, {"client_message_id": message, "text": words})
        for words in ("hello", "hello", "goodbye")
    ]

    assert [answer.status for answer in answers] == [201, 200, 409]
    assert await answers[0].json() == await answers[1].json()
    assert (await answers[2].json())["code"] == "message_id_reused"


async def test_an_agents_message_is_201_a_repeat_200_and_another_text_409(front: Door) -> None:
    agent, customer, message = await _agent(front), await _queued(front), str(uuid4())
    await agent.act(customer.conversation, "accept")

    answers = [
        await agent.act(customer.conversation, "messages", client_message_id=message, text=words)
        for words in ("hello", "hello", "goodbye")
    ]

    assert [answer.status for answer in answers] == [201, 200, 409]
    assert await answers[0].json() == await answers[1].json()


async def test_every_view_lists_what_it_says_and_unknown_ones_are_refused(front: Door) -> None:
    agent, customer = await _agent(front), await _queued(front)
    await agent.act(customer.conversation, "accept")

    mine = [row["id"] for row in await agent.rows("mine")]
    queue = [row["id"] for row in await agent.rows("queue")]
    unknown = await agent.call("GET", "/conversations?view=secret")

    assert mine == [customer.conversation]
    assert customer.conversation not in queue
    assert (unknown.status, (await unknown.json())["field"]) == (422, "view")


async def test_a_row_that_changes_is_shown_to_every_console(front: Door) -> None:
    one, other = await _agent(front), await _agent(front)
    consoles = [await one.socket(), await other.socket()]

    customer = await _queued(front)
    await one.act(customer.conversation, "accept")

    for console in consoles:
        await console.until(
            lambda frame: (
                frame["type"] == "rows"
                and any(
                    row["id"] == customer.conversation and row["state"] == "agent"
                    for row in frame["rows"]
                )
            )
        )


async def test_a_watched_conversation_is_heard_from_any_place_and_not_after_unwatching(
    front: Door,
) -> None:
    agent, customer = await _agent(front), await front.visitor()
    other = await front.visitor()
    await customer.say("one")
    console = await agent.socket()
    watch = {"type": "watch", "conversation": customer.conversation, "after": 1}
    await console.ws.send_json(watch)
    await console.event("assistant_said")

    await console.ws.send_json({"type": "unwatch", "conversation": customer.conversation})
    await console.ws.send_json({"type": "watch", "conversation": other.conversation, "after": 0})
    await console.event("started", conversation=other.conversation)
    await customer.say("two")
    await other.say("three")
    await console.event("customer_said", conversation=other.conversation)

    heard = [
        event["seq"] for event in console.events if event["conversation"] == customer.conversation
    ]
    assert heard == [2, 3]


async def test_watching_what_does_not_exist_closes_the_socket(front: Door) -> None:
    console = await (await _agent(front)).socket()

    await console.ws.send_json({"type": "watch", "conversation": str(uuid4()), "after": 0})

    assert await console.closed() == 4404


async def test_logging_out_closes_the_console_and_clears_the_cookie(front: Door) -> None:
    agent = await _agent(front)
    console = await agent.socket()

    response = await agent.call("POST", "/logout", {})

    assert response.status == 204
    assert response.cookies["lotse_agent"]["max-age"] == "0"
    assert await console.closed() == 4401
    assert (await agent.call("GET", "/me")).status == 401


async def test_a_disabled_agent_is_out_at_once_and_their_console_closes(front: Door) -> None:
    agent = await _agent(front)
    console = await agent.socket()

    async with front.database.engine.begin() as connection:
        disabled = text("UPDATE agent SET disabled_at = now() WHERE id = :id")
        await connection.execute(disabled, {"id": agent.agent["id"]})

    assert (await agent.call("GET", "/me")).status == 401
    assert await console.closed() == 4401


async def test_away_is_away_until_the_agent_comes_back(front: Door) -> None:
    agent = await _agent(front)

    away = await (await agent.call("PUT", "/status", {"status": "away"})).json()
    seen = await (await agent.call("GET", "/me")).json()
    back = await (await agent.call("PUT", "/status", {"status": "online"})).json()

    assert [it["agent"]["status"] for it in (away, seen, back)] == ["away", "away", "online"]


async def test_an_auditor_reads_and_changes_nothing(front: Door) -> None:
    auditor = await _agent(front, role=Role.AUDITOR)
    customer = await _queued(front)

    seen = await auditor.case(customer.conversation)
    refused = await auditor.act(customer.conversation, "accept")

    assert seen["packet"]["reason"] == "customer_asked"
    assert (refused.status, (await refused.json())["code"]) == (403, "forbidden")


async def test_a_case_shows_the_earlier_ones_with_their_end(front: Door) -> None:
    agent, customer = await _agent(front), await front.visitor()
    await customer.post("close")
    receipt = await customer.say("again")

    case = await agent.case(receipt["conversation"])

    assert [(it["id"], it["close_reason"]) for it in case["earlier"]] == [
        (customer.conversation, "customer_left")
    ]


async def test_the_cookie_is_kept_from_scripts_and_other_sites(front: Door) -> None:
    email = f"{uuid4()}@lotse.example"
    await front.enrol("Amira", email, Role.AGENT, 5)

    response = await front.client.post(
        "/v1/agent/login",
        json={"email": email, "password": PASSWORD},
        headers={"Origin": front.origin},
    )
    front.client.session.cookie_jar.clear()

    cookie = response.cookies["lotse_agent"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/")
    assert not cookie["domain"]
