"""Which rules fit a conversation, looking back no further than the longest of them.

Rasa 3.6.21 tests every rule that still fits against every earlier state, also against those from
before the rule begins, to which it always answers yes: the longer a conversation, the more.
"""

from rasa.core.policies.rule_policy import RulePolicy
from rasa.shared.core.domain import State

_ORIGINAL = RulePolicy._get_possible_keys  # noqa: SLF001


def install() -> None:
    """Put it in place; doing it again changes nothing."""
    RulePolicy._get_possible_keys = possible_keys  # noqa: SLF001


def possible_keys(policy: RulePolicy, lookup: dict[str, str], states: list[State]) -> set[str]:
    """The keys of `lookup` that fit the latest states."""
    longest = max((len(policy._rule_key_to_state(key)) for key in lookup), default=0)  # noqa: SLF001
    found: set[str] = _ORIGINAL(policy, lookup, states[-longest:] if longest else [])
    return found
