"""The language of the answers follows the front door, or else the words."""

from typing import Any

import pytest
from bot.components.language import Language, detected, wanted
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from rasa.shared.core.slots import TextSlot
from rasa.shared.core.trackers import DialogueStateTracker


def tracker_after(*events: Any) -> DialogueStateTracker:
    """A conversation in which this happened."""
    slot = TextSlot("language", mappings=[{}], influence_conversation=False)
    return DialogueStateTracker.from_events("c1", list(events), slots=[slot])


def slots_set(tracker: DialogueStateTracker) -> "list[tuple[str, str]]":
    """What the policy sets, seeing this conversation."""
    context = ExecutionContext(GraphSchema({}))
    policy = Language(Language.get_default_config(), None, Resource("language"), context)
    prediction = policy.predict_action_probabilities(tracker, Domain.empty())
    return [(event.key, event.value) for event in prediction.events]


LISTEN = ActionExecuted("action_listen")


def said(text: str, language: "str | None" = None) -> UserUttered:
    """A customer's message, with the language the front door saw."""
    return UserUttered(text, metadata={"language": language} if language else None)


def test_the_front_door_decides() -> None:
    assert slots_set(tracker_after(LISTEN, said("Wo ist mein Geld?", "en"))) == [("language", "en")]


def test_buttons_carry_the_language_too() -> None:
    assert slots_set(tracker_after(LISTEN, said("/greet", "de"))) == [("language", "de")]


def test_without_a_word_from_the_front_door_the_words_decide() -> None:
    assert slots_set(tracker_after(LISTEN, said("Wo ist mein Geld?"))) == [("language", "de")]


def test_a_language_that_stays_is_not_set_again() -> None:
    tracker = tracker_after(SlotSet("language", "de"), LISTEN, said("ja", "de"))

    assert slots_set(tracker) == []


def test_what_an_action_of_the_same_turn_set_is_kept() -> None:
    events = (LISTEN, said("English please", "de"), ActionExecuted("action_change_language"))

    assert slots_set(tracker_after(*events, SlotSet("language", "en"))) == []


def test_unknown_languages_and_bare_buttons_change_nothing() -> None:
    assert wanted(tracker_after(LISTEN, said("/greet"))) is None
    assert wanted(tracker_after(LISTEN, said("PO-48213", "fr"))) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wo bleibt mein Geld?", "de"),
        ("Where is my money?", "en"),
        ("für", "de"),
        ("PO-48213", None),
        ("status", None),
    ],
)
def test_common_words_tell_the_languages_apart(text: str, language: "str | None") -> None:
    assert detected(text) == language
