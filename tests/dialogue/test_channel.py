"""The channel itself: who may use it, what counts as text, repeats, and what breaks."""

import asyncio
from typing import Any
from uuid import uuid4

import psutil
import pytest

from tests.dialogue.assistant import Assistant

pytestmark = pytest.mark.timeout(600)

COMMANDS = [
    "/restart",
    "/request_human",
    '/ask_payout_status{"payout_reference": "PO-48213"}',
    '/set_slots{"language": "en"}',
    "//greet",
]


async def test_without_the_secret_nothing_is_answered(lotse: Assistant) -> None:
    for secret in ("", "wrong", "a secret of the test"):
        answer = await lotse.post({}, secret=secret)

        assert (answer.status, answer.body["code"]) == (401, "not_authorised")


async def test_stock_channels_are_closed(lotse: Assistant) -> None:
    root = lotse.url.removesuffix("/webhooks/lotse/turn")

    for path in ("/webhooks/rest/webhook", "/conversations/x/messages", "/model/parse", "/model"):
        async with lotse.session.post(root + path, json={"text": "/restart"}) as response:
            assert response.status == 404, path


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_command_as_text_is_refused(lotse: Assistant, command: str) -> None:
    answer = await lotse.conversation("lena").say(command)

    assert (answer.status, answer.body["code"]) == (400, "text_is_command")


@pytest.mark.parametrize("before", [" ", "\t\n", "\u00a0", "\u2003", "\N{FRACTION SLASH}"])
@pytest.mark.parametrize("command", COMMANDS)
async def test_a_command_that_was_typed_is_neither_run_nor_understood(
    lotse: Assistant, command: str, before: str
) -> None:
    talk = lotse.conversation("lena", "de")
    await talk.say("Hallo")

    answer = await talk.say(before + command)

    assert answer.body["understanding"] == {
        "intent": "nlu_fallback",
        "confidence": 0,
        "entities": [],
        "slots": {},
    }
    assert answer.part("handoff") is answer.part("payout") is None
    assert "nicht verstanden" in answer.text
    assert (await talk.say("danke")).intent == "thank"


@pytest.mark.parametrize(("language", "words"), [("de", "im Kreis"), ("en", "in circles")])
async def test_commands_typed_twice_bring_a_person_as_anything_not_understood_does(
    lotse: Assistant, language: str, words: str
) -> None:
    talk = lotse.conversation(language=language)
    await talk.say("\N{FRACTION SLASH}request_human")

    answer = await talk.say("\N{FRACTION SLASH}restart")

    assert words in answer.text
    assert answer.part("handoff") == {"reason": "bot_failed_twice", "rule": None}


@pytest.mark.parametrize(
    "payload", ["/restart", "/back", "/session_start", "/nlu_fallback", "/nosuch", "/", "//greet"]
)
async def test_payloads_name_an_intent_of_ours(lotse: Assistant, payload: str) -> None:
    answer = await lotse.conversation().press(payload)

    assert (answer.status, answer.body["code"]) == (400, "payload_unknown")


async def test_a_repeat_is_answered_alike_and_runs_nothing(lotse: Assistant) -> None:
    talk = lotse.conversation("lena")
    first = await talk.say("Wo ist mein Geld?")

    again = [await talk.again("Wo ist mein Geld?") for _ in range(2)]
    late = await talk.say("und wenn sie bis dahin nicht da ist?")

    assert first.body["repeat"] is False
    assert [each.body["repeat"] for each in again] == [True, True]
    assert all(each.replies == first.replies for each in again)
    assert all(each.body["understanding"] == first.body["understanding"] for each in again)
    assert "überfällig" in late.text


async def test_a_repeat_of_a_later_turn_repeats_only_that_turn(lotse: Assistant) -> None:
    talk = lotse.conversation()
    await talk.say("Hallo")
    thanks = await talk.say("Danke")

    again = await talk.again("Danke")

    assert again.replies == thanks.replies
    assert len(again.replies) == 1


async def test_the_same_message_sent_twice_at_once_runs_once(lotse: Assistant) -> None:
    talk = lotse.conversation("lena")
    body: dict[str, Any] = {
        "sender": talk.sender,
        "message_id": f"{talk.sender}:1",
        "text": "Wo ist mein Geld?",
        "metadata": {
            "language": "de",
            "customer": {"sub": "lena", "kind": "freelancer", "verified": True, "name": None},
        },
    }

    answers = await asyncio.gather(lotse.post(body), lotse.post(body))

    assert sorted(answer.body["repeat"] for answer in answers) == [False, True]
    assert answers[0].replies == answers[1].replies


async def test_a_conversation_stays_with_its_customer(lotse: Assistant) -> None:
    talk = lotse.conversation("lena")
    await talk.say("Wo ist mein Geld?")

    for other in ("tomas", None):
        talk.sub = other
        answer = await talk.say("Wo ist mein Geld?")
        assert (answer.status, answer.body["code"]) == (409, "other_customer")

    talk.sub = "lena"
    assert (await talk.say("Wo ist mein Geld?")).status == 200


@pytest.mark.parametrize("text", ["x" * 10_000, "🙃" * 2_000, "???", "\u202e\u0000abc", "ﷺ " * 900])
async def test_odd_text_is_answered(lotse: Assistant, text: str) -> None:
    answer = await lotse.conversation().say(text)

    assert answer.status == 200
    assert answer.replies


async def test_text_beyond_the_limit_is_refused(lotse: Assistant) -> None:
    answer = await lotse.conversation().say("x" * 10_001)

    assert (answer.status, answer.body["code"]) == (413, "too_long")


async def test_the_action_server_is_one_process_on_loopback(lotse: Assistant) -> None:
    assert lotse.actions.running
    process = psutil.Process(lotse.actions.running.pid)

    listening = [each.laddr.ip for each in process.net_connections() if each.status == "LISTEN"]

    assert process.children() == []
    assert set(listening) == {"127.0.0.1"}


async def test_ids_are_free_text_of_bounded_length(lotse: Assistant) -> None:
    talk = lotse.conversation()
    talk.sender = str(uuid4()) * 10

    answer = await talk.say("Hallo")

    assert (answer.status, answer.body["code"]) == (413, "too_long")
