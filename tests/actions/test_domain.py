"""The words: complete, in both languages, with nothing but the values they are given."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from payouts.answers import VALUES
from payouts.states import PayoutState

ROOT = Path(__file__).parents[2]
DOMAIN: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
RESPONSES: dict[str, list[dict[str, Any]]] = DOMAIN["responses"]
RULES = [
    rule
    for path in sorted((ROOT / "data/rules").glob("*.yml"))
    for rule in yaml.safe_load(path.read_text("utf-8"))["rules"]
]
GERMAN = [{"type": "slot", "name": "language", "value": "de"}]
# These say in one language, whatever is spoken, which one it is from now on.
ONE_LANGUAGE = {"utter_language_now_de", "utter_language_now_en"}
_STEP = {"title", "done", "total", "step", "how", "why"}
OTHER_VALUES = {
    **{f"utter_guide_{it}": _STEP for it in ("begun", "resumed", "ticked", "step")},
    "utter_guide_all_done": {"title", "done", "total"},
    "utter_payout_amount": {"reference", "amount", "method"},
    "utter_payout_unknown": {"reference"},
    "utter_payout_unknown_here": {"reference"},
    # They get the values of the answer they recall; these all answers of the state have.
    **{f"utter_payout_still_{s}": set(VALUES[f"utter_payout_{s}"]) for s in PayoutState},
}
LONGEST = 600
SPOKEN = sorted(name for name, variants in RESPONSES.items() if "text" in variants[0])


@pytest.mark.parametrize("name", sorted(set(SPOKEN) - ONE_LANGUAGE))
def test_every_response_has_english_as_default_and_german(name: str) -> None:
    english, german = RESPONSES[name]

    assert "condition" not in english
    assert german["condition"] == GERMAN
    assert english["text"] != german["text"]
    assert _payloads(english) == _payloads(german)


@pytest.mark.parametrize("name", SPOKEN)
def test_responses_use_only_values_they_get(name: str) -> None:
    given = set(VALUES.get(name, ())) | OTHER_VALUES.get(name, set())

    for variant in RESPONSES[name]:
        assert set(re.findall(r"\{(\w+)\}", variant["text"])) <= given


def test_every_answer_about_money_has_words() -> None:
    assert set(VALUES) <= set(RESPONSES)


def test_every_button_names_an_intent() -> None:
    payloads = {p for variants in RESPONSES.values() for v in variants for p in _payloads(v)}

    intents = {payload[1:].partition("{")[0] for payload in payloads}
    assert intents <= set(DOMAIN["intents"])


def test_every_intent_has_a_rule_of_its_own() -> None:
    ruled = [intent for rule in RULES if not _of_form(rule) for intent in _intents(rule)]

    assert sorted(ruled) == sorted([*DOMAIN["intents"], "nlu_fallback"])


def test_every_intent_has_a_rule_inside_the_form_but_those_that_ask_again() -> None:
    inside = [rule for rule in RULES if {"active_loop": "payout_form"} in rule.get("condition", ())]
    ruled = {intent for rule in inside for intent in _intents(rule)}

    again = ["ask_payout_status", "report_payout_problem", "affirm"]
    assert sorted([*ruled, *again]) == sorted([*DOMAIN["intents"], "nlu_fallback"])


def test_every_step_of_a_rule_exists() -> None:
    steps = {step["action"] for rule in RULES for step in rule["steps"] if "action" in step}

    named = set(DOMAIN["actions"]) | set(RESPONSES) | set(DOMAIN["forms"])
    assert steps <= named | {"action_deactivate_loop"}


@pytest.mark.parametrize("name", SPOKEN)
def test_every_response_is_short_enough_to_read(name: str) -> None:
    assert all(len(variant["text"]) <= LONGEST for variant in RESPONSES[name])


@pytest.mark.parametrize("name", SPOKEN)
def test_german_says_du_and_never_sie(name: str) -> None:
    german = RESPONSES[name][-1]["text"]

    assert not re.search(r"\b(?:Ihnen|Ihre?[mnrs]?|möchten Sie|können Sie)\b", german)


@pytest.mark.parametrize("name", [name for name in SPOKEN if name.startswith("utter_payout")])
def test_no_answer_about_a_payout_tells_an_internal_reason(name: str) -> None:
    for variant in RESPONSES[name]:
        assert not re.search(
            r"risk|risiko|launder|geldwäsche|suspic|verdacht|fraud|betrug|\baml\b|sanction|legal",
            variant["text"],
            re.IGNORECASE,
        )


def test_who_speaks_first_says_that_it_is_an_assistant() -> None:
    for name in ("utter_first_contact", "utter_greet", "utter_ask_bot"):
        english, german = RESPONSES[name]
        assert "automated assistant" in english["text"]
        assert "automatische" in german["text"]


def _of_form(rule: dict[str, Any]) -> bool:
    return "active_loop" in str(rule) or "condition" in rule


def _intents(rule: dict[str, Any]) -> list[str]:
    first = rule["steps"][0]
    return [each["intent"] for each in first.get("or", [first]) if "intent" in each]


def _payloads(variant: dict[str, Any]) -> list[str]:
    return [button["payload"] for button in variant.get("buttons", [])]
