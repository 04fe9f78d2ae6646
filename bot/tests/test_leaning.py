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
