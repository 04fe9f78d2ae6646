"""What must never be seen: by customers, in logs, metrics, Redis or errors."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from io import StringIO
from typing import Any
from uuid import uuid4

import pytest
import structlog
from redis.asyncio import Redis
from sqlalchemy import text

from handoff.logs import log_to_stderr
from tests.databases import Database
from tests.handoff import door as doors
from tests.handoff.door import Door, identity
from tests.handoff.ends import Customer, Helper, Json
from tests.redises import RedisServer

IBAN = "DE89370400440532013000"
CARD = "4111111111111111"
WORD = "xyzzy-said-in-confidence"
CANARIES = (IBAN, CARD, WORD)
NOTE = "an internal note about a difficult customer"
RULE = "payout_risk_hold"
PAYLOAD = "/inner_payload_of_a_button"

FOR_AGENTS = {
    "packet",
    "rule",
    "payload",
    "epoch",
    "owner",
    "priority",
    "urgency",
    "required_skills",
    "explanation",
    "summary",
    "entities",
    "slots",
    "understanding",
    "confidence",
    "intent",
    "note",
    "email",
    "sub",
    "choice",
    "why",
}


def _keys(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for key, inner in value.items():
                yield key
                yield from _keys(inner)
        case list():
            for inner in value:
                yield from _keys(inner)
        case _:
            return


async def _difficult_case(door: Door) -> tuple[Customer, Helper, list[Json]]:
    """A case with everything in it that a customer must not see, and what their device heard."""
    door.rasa.script["my payout"] = [
        {"text": "Let me see.", "buttons": [{"title": "This one", "payload": PAYLOAD}]},
        {"custom": {"handoff": {"reason": "risk", "rule": RULE}}},
    ]
    customer, agent = await door.customer(str(uuid4())), await door.agent(f"A{uuid4().hex[:8]}")
    device, it = await customer.socket(), customer.conversation
    await customer.say("my payout")
    await device.event("human_asked")
    await agent.act(it, "accept")
    await agent.act(it, "notes", client_message_id=str(uuid4()), text=NOTE)
    await agent.say(it, "Hello")
    await agent.act(it, "hand-back", note=NOTE)
    await device.event("handed_back")
    return customer, agent, device.heard


async def test_a_customer_never_gets_packet_rule_payload_or_notes(front: Door) -> None:
    customer, _, heard = await _difficult_case(front)
    fresh = await customer.socket()
    await fresh.event("handed_back")
    it = f"/v1/conversations/{customer.conversation}"
    calls: list[tuple[str, str, Json | None]] = [
        ("GET", "/v1/sessions/current", None),
        ("GET", "/v1/conversations", None),
        ("GET", f"{it}/events", None),
        ("POST", f"{it}/person", {}),
        ("POST", f"{it}/assistant", {}),
        ("POST", f"{it}/close", {}),
    ]
    answers = [await (await customer.call(*call)).json() for call in calls]

    for seen in (*answers, *heard, *fresh.heard):
        told = json.dumps(seen)
        assert not FOR_AGENTS & set(_keys(seen)), seen
        for secret in (NOTE, RULE, PAYLOAD, "risk"):
            assert secret not in told
    internal = [it for it in answers[2]["events"] if it["type"] == "internal"]
    assert [set(it) for it in internal] == [{"conversation", "seq", "at", "type", "origin"}] * 2


async def test_an_agent_sees_all_of_it_but_no_payload(front: Door) -> None:
    customer, agent, _ = await _difficult_case(front)

    case = await agent.case(customer.conversation)

    told = json.dumps(case)
    assert NOTE in told
    assert case["packet"]["rule"] == RULE
    assert PAYLOAD not in json.dumps(case["events"])


@dataclass(frozen=True, slots=True)
class Logged:
    """A door that logs as it does in production, and all it has logged."""

    door: Door
    stream: StringIO

    @property
    def text(self) -> str:
        """So far."""
        return self.stream.getvalue()


@pytest.fixture(name="logged")
async def _logged(database: Database, redis_server: RedisServer) -> AsyncIterator[Logged]:
    before, stream = structlog.get_config(), StringIO()
    with redirect_stderr(stream):
        log_to_stderr()
    structlog.configure(cache_logger_on_first_use=False)  # other tests log elsewhere
    try:
        async with doors.opened(database, redis_server.url, answer_timeout_s=1) as door:
            yield Logged(door, stream)
    finally:
        structlog.configure(**before)


async def _troubled_life(door: Door) -> tuple[list[str], list[str]]:
    """Confidences in everything, and trouble everywhere; all answers, and the tokens in use."""
    confidence = f"{IBAN} {CARD} {WORD}"
    customer = await door.customer(WORD, name=WORD)
    token = identity("lena", exp=1, name=WORD)
    answers = []
    it = f"/v1/conversations/{customer.conversation}"
    fresh = str(uuid4())
    calls: list[tuple[str, str, Json | None]] = [
        ("POST", f"{it}/messages", {"client_message_id": str(uuid4()), "text": confidence}),
        ("POST", f"{it}/messages", {"client_message_id": fresh, "text": confidence}),
        ("POST", f"{it}/messages", {"client_message_id": fresh, "text": confidence + "!"}),
        ("POST", f"{it}/messages", {"client_message_id": fresh, "text": confidence * 300}),
        ("POST", f"{it}/messages", {"client_message_id": fresh, "choice": confidence}),
        ("POST", f"{it}/messages", {"client_message_id": confidence, "text": "x"}),
        ("POST", f"{it}/messages", {"client_message_id": fresh, "text": f"\0{confidence}"}),
        ("POST", "/v1/sessions", {"channel": "web", "identity": token}),
        ("POST", "/v1/sessions", {"channel": confidence}),
        ("POST", "/v1/sessions", {"channel": "web", "page_url": f"x:{confidence}"}),
        ("GET", f"/v1/articles?q={IBAN}&lang={WORD}", None),
        ("GET", f"/v1/conversations/{WORD}/events", None),
        ("GET", f"/help/en/{WORD}", None),
        ("GET", f"{it}/events?after={IBAN}", None),
        ("POST", f"{it}/assistant", {}),
    ]
    for method, path, body in calls:
        response = await customer.call(method, path, body)
        if response.status >= 400:
            answers.append(await response.text())
    return answers, [token, customer.session["session"], doors.PASSWORD, doors.RASA_SECRET]


async def test_confidences_and_tokens_are_in_no_error_log_metric_or_redis(
    logged: Logged, redis_server: RedisServer
) -> None:
    async with Redis.from_url(redis_server.url) as redis, redis.monitor() as spy:
        errors, tokens = await _troubled_life(logged.door)
        agent = await logged.door.agent(f"A{uuid4().hex[:8]}")
        await redis.set("that is all", "", ex=1)
        commands = []
        async for command in spy.listen():
            commands.append(str(command))
            if "that is all" in commands[-1]:
                break
        kept = [str(key) async for key in redis.scan_iter("*")]
    metrics = await (await logged.door.client.get("/metrics")).text()

    assert len(errors) >= 9
    assert any("lotse:limit:" in command for command in commands)
    for canary in (*CANARIES, *tokens, agent.cookie):
        for place in (*errors, metrics, logged.text, *commands, *kept):
            assert canary not in place


async def test_what_fails_unexpectedly_is_logged_without_what_was_said(
    logged: Logged, caplog: pytest.LogCaptureFixture
) -> None:
    """A column is of another type: our own mistake, of which an operator must learn."""
    customer = await logged.door.customer(str(uuid4()), name=WORD)
    async with logged.door.database.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE event DROP COLUMN body"))
        await connection.execute(text("ALTER TABLE event ADD COLUMN body integer"))

    path = f"/v1/conversations/{customer.conversation}/messages"
    body = {"client_message_id": str(uuid4()), "text": f"{WORD} {IBAN} {CARD}"}
    response = await customer.call("POST", path, body)
    problem = await response.text()

    assert (response.status, "internal" in problem) == (500, True)
    assert "request failed" in logged.text
    for canary in CANARIES:
        for place in (problem, logged.text, caplog.text):
            assert canary not in place


@pytest.mark.parametrize("table", ["event", "conversation"])
async def test_a_message_the_database_chokes_on_is_in_no_log(
    logged: Logged, caplog: pytest.LogCaptureFixture, table: str
) -> None:
    customer = await logged.door.visitor()
    async with logged.door.database.engine.begin() as connection:
        column = {"event": "body", "conversation": "preview"}[table]
        check = f"ALTER TABLE {table} ADD CHECK ({column}::text NOT LIKE '%confidence%')"
        await connection.execute(text(check))

    path = f"/v1/conversations/{customer.conversation}/messages"
    body = {"client_message_id": str(uuid4()), "text": f"{WORD} {IBAN} {CARD}"}
    response = await customer.call("POST", path, body)
    problem = await response.text()

    assert response.status in {409, 500}
    for canary in CANARIES:
        for place in (problem, logged.text, caplog.text):
            assert canary not in place
