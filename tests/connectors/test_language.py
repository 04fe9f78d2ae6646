"""German or English; what is too short to tell keeps its language."""

import pytest

from connectors.language import LanguageDetector
from handoff.domain.people import Language

DETECT = LanguageDetector()

GERMAN = [
    "Wo bleibt mein Geld?",
    "Ich möchte mit einem Menschen sprechen",
    "Kannst du mir bitte helfen?",
    "Wann kommt meine Auszahlung?",
    "nein danke",
]
ENGLISH = [
    "Where is my money?",
    "I want to talk to a person",
    "Can you help me please?",
    "When will my payout arrive?",
]
SHORT = ["ok", "danke", "hello", "ja", "no", "PO-70052", "450,75", "👍", "?", "", "Super", "\n"]


@pytest.mark.parametrize("current", list(Language))
@pytest.mark.parametrize("text", GERMAN)
def test_german_is_german(text: str, current: Language) -> None:
    assert DETECT(text, current) is Language.DE


@pytest.mark.parametrize("current", list(Language))
@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_english(text: str, current: Language) -> None:
    assert DETECT(text, current) is Language.EN


@pytest.mark.parametrize("current", list(Language))
@pytest.mark.parametrize("text", SHORT)
def test_what_is_too_short_to_tell_keeps_its_language(text: str, current: Language) -> None:
    assert DETECT(text, current) is current


@pytest.mark.parametrize("text", ["\0", "\ud800", "\u202e", "a" * 64_000, "ä" * 8_000])
def test_any_text_has_a_language(text: str) -> None:
    assert DETECT(text, Language.DE) in set(Language)
