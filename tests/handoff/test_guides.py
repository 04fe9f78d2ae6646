"""Guides over HTTP and sockets: ticked on one device, seen on all and by the team."""

from uuid import uuid4

import pytest

from tests.handoff.answers import assert_answer, assert_frame
from tests.handoff.door import Door
from tests.handoff.ends import Customer, Json

GUIDE = "/v1/guides/{guide}"
STEP = f"{GUIDE}/steps/{{step}}"


async def _tick(customer: Customer, step: str, *, done: bool = True) -> Json:
    path = f"/v1/guides/first-proposal/steps/{step}?lang=en"
    response = await customer.call("PUT", path, {"done": done})
    assert response.status == 200, await response.text()
    seen: Json = await response.json()
    return seen


async def _open(customer: Customer, slug: str, message: str | None = None) -> tuple[int, Json]:
    body = {"client_message_id": message or str(uuid4()), "guide": slug}
    response = await customer.call(
        "POST", f"/v1/conversations/{customer.conversation}/messages", body
    )
    return response.status, await response.json()


async def test_a_customer_sees_guides_in_their_language_as_described(front: Door) -> None:
    client = await front.customer(str(uuid4()), kind="client")

    response = await client.call("GET", "/v1/guides?lang=de")

    found = await response.json()
    assert_answer("GET", "/v1/guides", 200, found)
    slugs = {guide["slug"] for guide in found["guides"]}
    assert slugs == {"write-a-brief", "first-hire", "identity-check"}
    assert {guide["language"] for guide in found["guides"]} == {"de"}


async def test_a_tick_is_seen_on_the_other_device_in_the_other_language_and_by_the_team(
    front: Door,
) -> None:
    sub = str(uuid4())
    phone, laptop = await front.customer(sub), await front.customer(sub)
    agent = await front.agent(f"A{uuid4().hex[:8]}")
    device, console = await laptop.socket(), await agent.socket()
    await phone.say("hello")
    watch = {"type": "watch", "conversation": phone.conversation, "after": 0}
    await console.ws.send_json(watch)
    await console.event("customer_said")

    ticked = await _tick(phone, "job")

    assert_answer("PUT", STEP, 200, ticked)
    assert (ticked["done"], ticked["total"], ticked["next"]) == (1, 7, "profile")
    for socket, side in ((device, "ToCustomer"), (console, "ToAgent")):
        frame = await socket.until(lambda frame: frame["type"] == "guide")
        assert frame["guide"] == "first-proposal"
        assert_frame(frame, side)
    response = await laptop.call("GET", "/v1/guides/first-proposal?lang=de")
    seen = await response.json()
    assert_answer("GET", GUIDE, 200, seen)
    assert [step["id"] for step in seen["steps"] if step["done_by"] == "customer"] == ["job"]
    case = await agent.case(phone.conversation)
    assert [(it["slug"], it["done"]) for it in case["guides"]] == [("first-proposal", 1)]


async def test_progress_is_kept_into_the_next_conversation(front: Door) -> None:
    customer = await front.customer(str(uuid4()))
    await customer.say("hello")
    await _tick(customer, "job")
    await customer.post("close")

    receipt = await customer.say("hello again")

    response = await customer.call("GET", "/v1/guides/first-proposal")
    assert receipt["conversation"] != customer.conversation
    assert (await response.json())["done"] == 1


async def test_a_visitor_keeps_progress_by_signing_in(front: Door) -> None:
    visitor = await front.visitor()
    await _tick(visitor, "job")
    await _tick(visitor, "sample")
    await _tick(visitor, "sample", done=False)

    customer = await front.sign_in(visitor, str(uuid4()))

    response = await customer.call("GET", "/v1/guides/first-proposal")
    steps = {step["id"]: step["done_by"] for step in (await response.json())["steps"]}
    assert {name for name, by in steps.items() if by} == {"job"}


async def test_the_assistant_is_asked_for_a_guide_and_told_what_is_ticked(front: Door) -> None:
    customer = await front.customer(str(uuid4()))
    await _tick(customer, "job")
    payload = '/start_guide{"guide": "first-proposal"}'
    steps = [{"id": "job", "title": "Choose", "done": True}]
    card = {"slug": "first-proposal", "language": "en", "title": "Your first", "steps": steps}
    front.rasa.script[payload] = [{"text": "Here:"}, {"custom": {"guide": card}}]
    device = await customer.socket()

    status, receipt = await _open(customer, "first-proposal")

    answered = await device.event("assistant_said", in_reply_to=receipt["seq"])
    assert status == 201
    assert answered["parts"][1] == {"kind": "guide", "guide": card}
    assert_frame(answered, "Event")
    turn = front.rasa.turns[-1]
    assert (turn["payload"], turn["metadata"]["guides"]) == (payload, {"first-proposal": ["job"]})


async def test_what_the_customer_tells_the_assistant_is_ticked(front: Door) -> None:
    customer = await front.customer(str(uuid4()))
    step = {"guide": "first-proposal", "step": "job"}
    front.rasa.script["done!"] = [{"text": "Good."}, {"custom": {"guide_step": step}}]
    device = await customer.socket()

    await customer.say("done!")

    await device.until(lambda frame: frame["type"] == "guide")
    response = await customer.call("GET", "/v1/guides/first-proposal")
    assert (await response.json())["done"] == 1


async def test_an_agent_sends_a_guide_with_their_words(front: Door) -> None:
    customer, agent = await front.visitor("de"), await front.agent(f"A{uuid4().hex[:8]}")
    await customer.say("hallo")
    await customer.post("person")
    await agent.act(customer.conversation, "accept")
    device = await customer.socket()

    row = (await agent.case(customer.conversation))["row"]
    message = {"client_message_id": str(uuid4()), "text": "So geht es:", "guide": "profile"}
    path = f"/conversations/{customer.conversation}/messages"
    sent = await agent.call("POST", path, {**message, "epoch": row["epoch"]})
    other = await agent.call(
        "POST", path, {**message, "guide": "first-hire", "epoch": row["epoch"]}
    )

    said = await device.event("agent_said")
    assert (sent.status, other.status) == (201, 409)
    assert [part["kind"] for part in said["parts"]] == ["text", "guide"]
    assert said["parts"][1]["guide"]["title"] == "Profil einrichten"


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/v1/guides/how-to-fly", None, 404),
        ("PUT", "/v1/guides/how-to-fly/steps/job", {"done": True}, 404),
        ("PUT", "/v1/guides/first-proposal/steps/jump", {"done": True}, 404),
        ("PUT", "/v1/guides/first-proposal/steps/%00", {"done": True}, 404),
        ("PUT", "/v1/guides/first-proposal/steps/job", {"done": "perhaps"}, 422),
        ("PUT", "/v1/guides/first-proposal/steps/job", {}, 422),
        ("GET", "/v1/guides?lang=fr", None, 422),
    ],
)
async def test_what_is_no_step_or_no_tick_is_refused(
    front: Door, method: str, path: str, body: Json | None, status: int
) -> None:
    customer = await front.visitor()

    response = await customer.call(method, path, body)

    assert response.status == status


@pytest.mark.parametrize(("slug", "status"), [("how-to-fly", 404), ("../etc", 422), ("", 422)])
async def test_a_guide_that_is_not_there_cannot_be_opened(
    front: Door, slug: str, status: int
) -> None:
    customer = await front.visitor()

    assert (await _open(customer, slug))[0] == status
