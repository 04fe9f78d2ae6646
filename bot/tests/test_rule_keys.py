"""Rules that fit are the same ones, however little of the past is looked at."""

import json
from typing import Any

import pytest
from bot.components import rule_keys
from rasa.core.policies.rule_policy import RulePolicy

Turn = dict[str, dict[str, str]]


def _turn(action: str | None, intent: str = "") -> Turn:
    user = {"user": {"intent": intent}} if intent else {}
    return {**user, **({"prev_action": {"action_name": action}} if action else {})}


ASKED, GREETED = _turn("action_listen", "ask"), _turn("action_listen", "greet")
ANSWERED, BEGUN = _turn("utter_answer", "ask"), _turn(None)
RULES = {
    "answer": [ASKED],
    "answer after an answer": [ANSWERED, ASKED],
    "answer at the start": [BEGUN, ASKED],
    "long": [BEGUN, GREETED, ANSWERED, ASKED],
}
LOOKUP = {json.dumps(states): name for name, states in RULES.items()}
PASTS = [
    [],
    [BEGUN],
    [BEGUN, ASKED],
    [BEGUN, GREETED, ANSWERED, ASKED],
    [BEGUN, GREETED, ANSWERED, ASKED, ANSWERED, ASKED],
    [BEGUN, *([ASKED, ANSWERED] * 20), GREETED],
    [ASKED, ANSWERED] * 3,
]


@pytest.mark.parametrize("past", PASTS, ids=len)
@pytest.mark.parametrize("lookup", [LOOKUP, {}, dict(list(LOOKUP.items())[:1])], ids=len)
def test_the_keys_are_those_of_rasas_own_way(past: list[Turn], lookup: dict[str, str]) -> None:
    policy: Any = RulePolicy.__new__(RulePolicy)
    original: Any = rule_keys._ORIGINAL

    assert rule_keys.possible_keys(policy, lookup, past) == original(policy, lookup, past)


def test_it_tells_rules_apart() -> None:
    policy: Any = RulePolicy.__new__(RulePolicy)

    found = rule_keys.possible_keys(policy, LOOKUP, [BEGUN, GREETED, ANSWERED, ASKED])

    names = {LOOKUP[key] for key in found}
    assert names == {"answer", "answer after an answer", "long"}


def test_it_is_in_place_once_a_component_is_loaded() -> None:
    assert RulePolicy._get_possible_keys is rule_keys.possible_keys
