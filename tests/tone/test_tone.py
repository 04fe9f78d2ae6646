"""The tone of messages: found by rules, measured on messages written by hand, fast on any text."""

import time
from pathlib import Path

import pytest
import yaml

from tone.checker import Checker
from tone.evaluate import RULES, Score, judged, scores
from tone.rules import LANGUAGES, Spoken, ToneError, load_rules

EVALUATION = Path(__file__).parents[1] / "evaluation"
CHECKERS: dict[str, Checker] = {spoken: Checker(load_rules(RULES), spoken) for spoken in LANGUAGES}


def _scores(name: str) -> dict[str, Score]:
    return dict(scores(judged(EVALUATION / name)))


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [("tone.csv", 0.95, 0.95), ("tone_b.csv", 0.9, 0.9), ("tone_c.csv", 0.9, 0.85)],
)
def test_most_is_found_and_most_of_what_is_found_is_so(
    name: str, precision: float, recall: float
) -> None:
    """The third file was written after the rules and never tuned on."""
    measured = _scores(name)["all"]

    assert measured.precision >= precision
    assert measured.recall >= recall


def test_enough_messages_of_both_languages_were_labelled() -> None:
    messages = [
        it for name in ("tone.csv", "tone_b.csv", "tone_c.csv") for it in judged(EVALUATION / name)
    ]

    assert len(messages) >= 240
    assert len([it for it in messages if it.language == "de"]) >= 110
    assert len([it for it in messages if it.language == "en"]) >= 110


def test_a_finding_names_its_place_and_what_to_say_instead() -> None:
    text = "Hallo Lena, deine KYC-Prüfung läuft."

    [finding] = CHECKERS["de"].check(text)

    assert finding.kind == "jargon"
    assert text[finding.start : finding.end].startswith("KYC")
    assert finding.hint == "Identitätsprüfung"


@pytest.mark.parametrize(
    ("spoken", "careful", "rash"),
    [
        ("de", "Das Geld ist voraussichtlich morgen da.", "Das Geld ist morgen da."),
        ("en", "The money is expected to be there tomorrow.", "The money will be there tomorrow."),
    ],
)
def test_a_careful_word_makes_an_expectation_of_a_promise(
    spoken: Spoken, careful: str, rash: str
) -> None:
    assert not CHECKERS[spoken].check(careful)
    assert [it.kind for it in CHECKERS[spoken].check(rash)] == ["promise"]


def test_a_wish_for_a_good_morning_is_no_promise() -> None:
    assert not CHECKERS["de"].check("Guten Morgen Lena, das Geld ist unterwegs.")
    assert not CHECKERS["en"].check("Good morning Ana, the money is on its way.")


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_no_text_takes_long(spoken: Spoken) -> None:
    hostile = ("du hast " * 2000, "wie bereits " * 2000, "a" * 64_000, "you " * 8000, "\n" * 8000)
    checker = CHECKERS[spoken]

    for text in hostile:
        begun = time.perf_counter()
        checker.check(text, first=True)
        assert time.perf_counter() - begun < 2.0


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"explanations": {}}, "accusing, curt, greeting, jargon, promise must be explained"),
        ({"greetings": {"de": ["hallo"]}}, "greetings.en"),
        ({"more": {}}, "more"),
    ],
)
def test_a_file_that_breaks_a_rule_is_refused_by_name(
    tmp_path: Path, change: dict[str, object], message: str
) -> None:
    content = yaml.safe_load(RULES.read_text(encoding="utf-8"))
    file = tmp_path / "tone.yml"
    file.write_text(yaml.safe_dump({**content, **change}), encoding="utf-8")

    with pytest.raises(ToneError, match=message):
        load_rules(file)
