"""Which messages mean something only with what was said before."""

from typing import Any

import pytest
from bot.components.leaning import left_open


def parsed(text: str, intent: str) -> dict[str, Any]:
    return {"text": text, "intent": {"name": intent, "confidence": 0.9}, "entities": []}


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("und am Wochenende?", "out_of_scope"),
        ("what about euros?", "out_of_scope"),
        ("die ältere", "out_of_scope"),
        ("the one under review", "out_of_scope"),
        ("Was hast du gesagt?", "ask_bot"),
        ("can you repeat that, please?", "stop"),
    ],
)
def test_what_leans_on_the_matter_before_is_left_open(text: str, intent: str) -> None:
    assert left_open(parsed(text, intent))["intent"]["name"] == "nlu_fallback"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Wie wird das Wetter?", "out_of_scope"),
        ("und was kostet das?", "ask_fees"),
        ("Was bist du?", "ask_bot"),
        ("and could you tell me who will win the elections this year", "out_of_scope"),
        ("and a person please", "request_human"),
    ],
)
def test_a_matter_of_its_own_stays_as_it_was_understood(text: str, intent: str) -> None:
    assert left_open(parsed(text, intent)) == parsed(text, intent)


@pytest.mark.parametrize(
    "text",
    [
        "I don't get it",
        "sorry, i dont understand that",
        "huh?",
        "that makes no sense",
        "ich verstehe nur bahnhof",
        "das verstehe ich nicht",
        "Hä??",
        "kapier ich nicht",
        "ok aber ich versteh das nicht ganz",
    ],
)
def test_that_the_answer_was_not_understood_is_read(text: str) -> None:
    assert left_open(parsed(text, "out_of_scope"))["intent"]["name"] == "not_clear"


@pytest.mark.parametrize(
    "text",
    [
        "I didn't get it yet, where is it?",
        "I don't understand the fees",
        "ich verstehe die Gebühren nicht",
        "warum verstehe ich das nicht als Rechnung",
    ],
)
def test_what_names_a_matter_is_no_plain_puzzlement(text: str) -> None:
    assert left_open(parsed(text, "ask_fees")) == parsed(text, "ask_fees")


@pytest.mark.parametrize(
    "text", ["warum", "und wann genau?", "wie lange noch", "why", "how long does it take?", "wo?"]
)
def test_a_question_word_alone_is_left_to_the_answer_before(text: str) -> None:
    assert left_open(parsed(text, "ask_support_hours"))["intent"]["name"] == "bare_question"


@pytest.mark.parametrize(
    "text", ["wann habt ihr offen", "why did it fail", "how long is the identity check"]
)
def test_a_question_with_a_matter_is_no_bare_one(text: str) -> None:
    assert left_open(parsed(text, "ask_support_hours")) == parsed(text, "ask_support_hours")
