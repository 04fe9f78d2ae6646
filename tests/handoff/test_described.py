"""What we say of our API in public is what it does."""

import json
from typing import get_args
from uuid import uuid4

import pytest
from openapi_spec_validator import validate

from handoff.api.routes import ROUTES
from handoff.api.schema import FILE, described
from handoff.domain.events import Event
from tests.handoff.answers import FRAMES, OPENAPI, assert_answer, assert_frame
from tests.handoff.door import PERSON_BUTTON, Door
from tests.handoff.ends import Customer, Helper

DOCUMENTED = [route for route in ROUTES if route.documented]
IT = "/v1/conversations/{conversation}"
CASE = "/v1/agent/conversations/{conversation}"


async def test_the_document_is_served_and_is_valid_openapi(front: Door) -> None:
    response = await front.client.get("/openapi.json")

    document = await response.json()
    validate(document)
    assert document == OPENAPI
    assert document["openapi"].startswith("3.1")


def test_every_route_is_in_it_with_what_goes_in_and_comes_out() -> None:
    described_here = {
        (method.upper(), path) for path, item in OPENAPI["paths"].items() for method in item
    }

    assert described_here == {(route.method, route.path) for route in DOCUMENTED}
    for route in DOCUMENTED:
        operation = OPENAPI["paths"][route.path][route.method.lower()]
        assert operation["summary"]
        assert ("requestBody" in operation) == (route.takes is not None or route.takes_file)
        assert str(route.status) in operation["responses"]
        assert {it["name"] for it in operation["parameters"] if it["in"] == "query"} == set(
            route.query
        )


def test_operations_have_ids_of_their_own() -> None:
    ids = [it["operationId"] for item in OPENAPI["paths"].values() for it in item.values()]

    assert len(ids) == len(set(ids))


def test_whoever_needs_a_session_is_told_so() -> None:
    for route in DOCUMENTED:
        security = OPENAPI["paths"][route.path][route.method.lower()]["security"]
        assert bool(security) == (route.caller.name in {"CUSTOMER", "AGENT", "PLATFORM"})


def test_the_schema_of_frames_is_fresh() -> None:
    assert FILE.read_text(encoding="utf-8") == described(), "run: python -m handoff.api.schema"


def test_every_type_of_event_is_in_the_schema() -> None:
    types = {kind for each in get_args(Event) for kind in get_args(each.__annotations__["type"])}

    assert set(FRAMES["$defs"]["Event"]["discriminator"]["mapping"]) == types | {"internal"}


async def _life(front: Door, customer: Customer, agent: Helper) -> None:
    """A life in which everything happens once."""
    it = customer.conversation
    front.rasa.script["everything"] = [
        {"text": "Look:", "buttons": [{"title": "Fees", "payload": "/ask_fees"}]},
        {"custom": {"payout": {"reference": "PO-70052", "state": "paid", "amount": "€1.00"}}},
        {
            "custom": {
                "article": {
                    "slug": "a",
                    "language": "en",
                    "title": "A",
                    "url": "/help/en/a",
                    "passage": "B",
                }
            }
        },
        {"custom": {"language": "de"}},
    ]
    device = await customer.socket()
    answered = await customer.say("everything")
    await device.event("assistant_said", in_reply_to=answered["seq"])
    await customer.post("person")
    await agent.act(it, "accept")
    await agent.say(it, "hello")
    await agent.act(it, "notes", client_message_id=str(uuid4()), text="a note")
    await agent.act(it, "hand-back")
    front.rasa.mute = True
    unanswered = await customer.say("are you there?")
    await device.event("assistant_failed", in_reply_to=unanswered["seq"])
    front.rasa.mute = False
    await customer.choose(PERSON_BUTTON.format(seq=unanswered["seq"]))
    await device.event("human_asked", seq=unanswered["seq"] + 3)
    await customer.post("assistant")
    await customer.post("close")
    await device.ws.close()


async def test_events_are_as_the_schema_says_for_both_sides(front: Door) -> None:
    customer, agent = await front.visitor(), await front.agent(f"A{uuid4().hex[:8]}")

    await _life(front, customer, agent)

    seen = await customer.events()
    case = await agent.case(customer.conversation)
    for event in (*seen, *case["events"]):
        assert_frame(event, "Event")
    assert {event["type"] for event in case["events"]} >= {
        "started",
        "customer_said",
        "assistant_said",
        "assistant_failed",
        "language_changed",
        "human_asked",
        "returned_to_assistant",
        "agent_accepted",
        "agent_said",
        "note_added",
        "handed_back",
        "closed",
    }
    assert_answer("GET", CASE, 200, case)


async def test_frames_are_as_the_schema_says_for_both_sides(front: Door) -> None:
    customer, agent = await front.visitor(), await front.agent(f"A{uuid4().hex[:8]}")
    console, device = await agent.socket(), await customer.socket()
    await console.ws.send_json({"type": "watch", "conversation": customer.conversation, "after": 0})
    await console.event("started")
    await device.ws.send_json({"type": "typing"})

    await customer.say("hello")
    await customer.post("person")
    await device.until(lambda frame: frame["type"] == "queue")
    await agent.act(customer.conversation, "accept")
    await device.until(
        lambda frame: frame["type"] == "conversation" and frame["conversation"]["agent"]
    )
    await console.event("agent_accepted")
    await console.ws.send_json({"type": "ping"})
    await console.until(lambda frame: frame["type"] == "pong")

    for frame in device.heard:
        assert_frame(frame, "ToCustomer")
    for frame in console.heard:
        assert_frame(frame, "ToAgent")
    assert {frame["type"] for frame in device.heard} >= {
        "resumed",
        "event",
        "queue",
        "conversation",
    }
    assert {frame["type"] for frame in console.heard} >= {"rows", "event", "typing"}


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/sessions/current"),
        ("GET", "/v1/conversations"),
        ("GET", f"{IT}/events"),
        ("POST", f"{IT}/person"),
        ("POST", f"{IT}/assistant"),
        ("POST", f"{IT}/close"),
        ("GET", "/v1/articles"),
    ],
)
async def test_answers_to_customers_are_as_described(front: Door, method: str, path: str) -> None:
    customer = await front.visitor()
    address = path.replace("{conversation}", customer.conversation)

    response = await customer.call(method, address, {} if method == "POST" else None)

    assert_answer(method, path, response.status, await response.json())


@pytest.mark.parametrize("query", ["?q=payout&lang=en", "?q=Auszahlung&lang=de"])
async def test_found_articles_are_as_described(front: Door, query: str) -> None:
    response = await front.client.get(f"/v1/articles{query}")

    found = await response.json()
    assert_answer("GET", "/v1/articles", 200, found)
    assert found["articles"]


async def test_answers_to_agents_are_as_described(front: Door) -> None:
    customer, agent = await front.visitor(), await front.agent(f"A{uuid4().hex[:8]}")
    await customer.say("hello")
    await customer.post("person")
    it = customer.conversation
    message = {"client_message_id": str(uuid4()), "text": "hello"}
    calls = [
        ("GET", "/v1/agent/me", None),
        ("PUT", "/v1/agent/status", {"status": "online"}),
        ("GET", "/v1/agent/conversations", None),
        ("GET", f"{CASE}/events", None),
        ("POST", f"{CASE}/accept", {"epoch": 0}),
        ("POST", f"{CASE}/accept", {"epoch": 0}),
        ("POST", f"{CASE}/messages", {**message, "epoch": 1}),
        ("POST", f"{CASE}/messages", {**message, "epoch": 1}),
        ("POST", f"{CASE}/notes", {**message, "client_message_id": str(uuid4())}),
        ("POST", f"{CASE}/hand-back", {"epoch": 9}),
        ("POST", f"{CASE}/close", {"epoch": 1, "reason": "resolved"}),
    ]

    answers = []
    for method, path, body in calls:
        address = path.removeprefix("/v1/agent").replace("{conversation}", it)
        response = await agent.call(method, address, body)
        assert_answer(method, path, response.status, await response.json())
        answers.append(response.status)

    assert answers == [200, 200, 200, 200, 200, 409, 201, 200, 201, 409, 200]


async def test_problems_of_every_kind_are_problems(front: Door) -> None:
    nobody = await front.client.get("/v1/conversations")
    nowhere = await front.client.get("/v1/nothing/here")
    wrong = await front.client.put("/v1/sessions", json={})
    invalid = await front.client.post("/v1/sessions", json={"channel": "fax"})

    problems = [await answer.json() for answer in (nobody, nowhere, wrong, invalid)]
    assert [problem["code"] for problem in problems] == [
        "not_signed_in",
        "not_found",
        "method_not_allowed",
        "invalid",
    ]
    assert [problem["status"] for problem in problems] == [401, 404, 405, 422]
    assert problems[3]["field"] == "channel"
    assert wrong.headers["Allow"]
    for answer, problem in zip((nobody, nowhere, wrong, invalid), problems, strict=True):
        assert answer.content_type == "application/problem+json"
        assert set(problem) == {"type", "title", "status", "code", "detail", "field", "errors"}


def test_the_document_holds_no_example_of_a_secret() -> None:
    assert "eyJ" not in json.dumps(OPENAPI)
