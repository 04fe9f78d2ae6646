"""Which rules fit a conversation, found with less work than by Rasa 3.6.21.

Rasa tries every rule on the latest state, where nearly all of them fail at its action or intent,
and tests those that still fit against every earlier state, also against those from before the
rule begins, to which it always answers yes: the longer a conversation, the more. And it asks twice
after each message: first for rules that name the customer's text, of which there may be none.
"""

from typing import Any

from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.shared.core.constants import PREVIOUS_ACTION, SHOULD_NOT_BE_SET, USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT, TEXT

# ruff: noqa: SLF001  Rasa has no public names for these steps.
_ORIGINAL = RulePolicy._get_possible_keys
_ORIGINAL_FIND = RulePolicy._find_action_from_rules
_NAMES_TEXT = f'"{TEXT}":'
_NO_RULE = (None, None, False)
# Where states differ most, and a rule that names another cannot fit.
_TELLING = ((PREVIOUS_ACTION, ACTION_NAME), (USER, INTENT))


def install() -> None:
    """Put both in place; doing it again changes nothing."""
    RulePolicy._get_possible_keys = possible_keys
    RulePolicy._find_action_from_rules = find_action


def possible_keys(policy: RulePolicy, lookup: dict[str, str], states: list[State]) -> set[str]:
    """The keys of `lookup` that fit the latest states."""
    if not states:
        return set(lookup)
    near = {key: lookup[key] for key in lookup if _may_fit(policy._rule_key_to_state(key), states)}
    longest = max((len(policy._rule_key_to_state(key)) for key in near), default=0)
    found: set[str] = _ORIGINAL(policy, near, states[-longest:])
    return found


def find_action(
    policy: RulePolicy,
    tracker: DialogueStateTracker,
    domain: Domain,
    use_text_for_last_user_input: bool,
) -> Any:
    """Rasa's own search; without rules that name a text, only the one by intent."""
    if use_text_for_last_user_input and not any(_NAMES_TEXT in key for key in policy.lookup[RULES]):
        return _NO_RULE
    return _ORIGINAL_FIND(policy, tracker, domain, use_text_for_last_user_input)


def _may_fit(rule: list[State], states: list[State]) -> bool:
    """Whether neither the latest action nor, where one is named, the intent speaks against it."""
    for part, name in _TELLING:
        wanted = rule[-1].get(part, {}).get(name)
        if part == PREVIOUS_ACTION and not wanted:
            return True  # the start of a conversation, of which Rasa asks nothing more
        if wanted and wanted not in (SHOULD_NOT_BE_SET, states[-1].get(part, {}).get(name)):
            return False
    return True
