"""A turn is read strictly, and text stays text."""

import json
import sys
from typing import Any

import pytest
from bot.components.turn import LONGEST, Refused, parse_turn
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.training_data.message import Message

VISITOR = {"sub": None, "kind": "visitor", "verified": False, "name": None}
FULL = {
    "sender": "c1",
    "message_id": "c1:1",
    "text": "Hallo",
    "metadata": {"language": "de", "customer": VISITOR},
}


def body(**changes: Any) -> bytes:
    """A turn's body with some fields changed; None takes a field out."""
    fields = {name: value for name, value in {**FULL, **changes}.items() if value is not None}
    return json.dumps(fields).encode()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"text": None}, "text_or_payload"),
        ({"payload": "/greet"}, "text_or_payload"),
        ({"text": "/greet"}, "text_is_command"),
        ({"text": None, "payload": "greet"}, "payload_unknown"),
        ({"text": "   "}, "bad_field"),
        ({"text": 7}, "bad_field"),
        ({"sender": None}, "bad_field"),
        ({"message_id": ""}, "bad_field"),
        ({"metadata": None}, "bad_field"),
        ({"metadata": {"language": "fr", "customer": VISITOR}}, "bad_field"),
        ({"metadata": {"language": "de"}}, "bad_field"),
        ({"metadata": {"language": "de", "customer": {**VISITOR, "sub": "x"}}}, "bad_field"),
        ({"metadata": {"language": "de", "customer": {**VISITOR, "verified": True}}}, "bad_field"),
        ({"text": "x" * (LONGEST["text"] + 1)}, "too_long"),
    ],
)
def test_bad_turns_are_refused_with_a_code(changes: "dict[str, Any]", code: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_turn(body(**changes))

    assert refused.value.code == code


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"null", b'"text"', b"\xff"])
def test_what_is_no_object_is_refused(raw: bytes) -> None:
    with pytest.raises(Refused) as refused:
        parse_turn(raw)

    assert (refused.value.status, refused.value.code) == (400, "bad_json")


def test_half_characters_and_nul_are_replaced() -> None:
    turn = parse_turn(body(text="a\ud800b\x00c"))

    assert turn.said == "a?b\N{REPLACEMENT CHARACTER}c"


COMMANDS = [
    "/restart",
    '/ask_fees{"a": "b"}',
    "// /greet",
    "/",
    "/ / /x",
    "\N{FRACTION SLASH}request_human",
    "\N{DIVISION SLASH}request_human",
    "\N{FULLWIDTH SOLIDUS}request_human",
    "\N{ZERO WIDTH SPACE}/restart",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_slash_behind_any_white_space_is_a_command(command: str) -> None:
    spaces = [chr(code) for code in range(sys.maxunicode) if chr(code).isspace()]

    assert all(parse_turn(body(text=space + command)).is_command for space in spaces)


@pytest.mark.parametrize("text", ["Hallo", "und/oder", "2/3 der Summe", "…/restart", "PO-48213"])
def test_other_text_is_none_for_us_nor_for_rasa(text: str) -> None:
    turn = parse_turn(body(text=f" {text} "))

    assert not turn.is_command
    assert turn.words == text
    assert not _is_command(turn.words)


def _is_command(words: str) -> bool:
    """Whether Rasa takes these words for a command."""
    message = Message({"text": UserMessage(words).text})
    return bool(YAMLStoryReader.unpack_regex_message(message).get("intent"))


def test_the_proof_above_knows_a_command() -> None:
    assert _is_command("/restart")
