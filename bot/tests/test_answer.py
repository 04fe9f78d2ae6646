"""An answer is read from the tracker, so that a repeat is the same."""

from pathlib import Path
from typing import Any

import yaml
from bot.components.answer import (
    INTRODUCTION,
    OFFERS,
    answer_to_last,
    has_answered,
    last_said,
)
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, UserUttered
from rasa.shared.core.slots import TextSlot
from rasa.shared.core.trackers import DialogueStateTracker


def tracker_of(*events: Event) -> DialogueStateTracker:
    """A conversation in which this happened."""
    slots = [
        TextSlot(name, mappings=[{}], initial_value=value)
        for name, value in (("language", "de"), ("payout_reference", "PO-48213"), ("project", None))
    ]
    return DialogueStateTracker.from_events("c1", list(events), slots=slots)


def said(text: str, message_id: "str | None" = None) -> UserUttered:
    """A customer's message, or one of the questions in it."""
    entity = {"entity": "payout_reference", "value": "PO-48213", "start": 0, "end": 8}
    intent = {"name": "greet", "confidence": 0.91234567}
    return UserUttered(text, intent, [entity], message_id=message_id or text)


def bot(text: "str | None", response: str = "utter_x", **parts: Any) -> BotUttered:
    """Something the assistant said."""
    return BotUttered(text, parts, {"utter_action": response, "since": "gestern"})


INTRO = bot("Ich bin ein Assistent.", INTRODUCTION)


def test_the_first_answer_begins_with_the_introduction() -> None:
    tracker = tracker_of(INTRO, said("Hallo"), bot("Guten Tag"))

    answer = answer_to_last(tracker, repeat=False)

    assert answer["replies"] == [{"text": "Ich bin ein Assistent."}, {"text": "Guten Tag"}]


def test_only_the_last_turn_is_answered() -> None:
    tracker = tracker_of(INTRO, said("a"), bot("A"), said("b"), bot("B"))

    assert answer_to_last(tracker, repeat=True)["replies"] == [{"text": "B"}]


def test_an_introduction_alone_is_no_answer_and_is_said_with_the_next() -> None:
    lost = tracker_of(INTRO, said("a"))
    next_one = tracker_of(INTRO, said("a"), INTRO, said("b"), bot("B"))

    assert answer_to_last(lost, repeat=False)["replies"] == []
    assert not has_answered(lost)
    assert [each["text"] for each in answer_to_last(next_one, repeat=False)["replies"]] == [
        "Ich bin ein Assistent.",
        "B",
    ]
    assert has_answered(next_one)


def test_two_questions_of_one_message_are_answered_as_one() -> None:
    first, second = said("b", "c1:2"), said("c", "c1:2")
    tracker = tracker_of(said("a", "c1:1"), bot("A"), INTRO, first, bot("B"), second, bot("C"))

    answer = answer_to_last(tracker, repeat=False)

    assert [reply["text"] for reply in answer["replies"]] == ["Ich bin ein Assistent.", "B", "C"]
    assert len(answer["understanding"]["entities"]) == 2


def test_what_was_said_to_a_form_is_the_last_message_too() -> None:
    listen = ActionExecuted("action_listen")
    form = ActionExecuted("payout_form")
    asked = (listen, said("a"), form, ActiveLoop("payout_form"), bot("Welche?"))

    tracker = tracker_of(*asked, listen, said("b"), form, ActiveLoop(None), bot("B"))

    found = last_said(tracker)
    assert found is not None
    assert found.text == "b"
    assert answer_to_last(tracker, repeat=False)["replies"] == [{"text": "B"}]


def test_buttons_and_parts_come_without_anything_internal() -> None:
    button = {"title": "Ja", "payload": "/affirm", "type": "postback"}
    tracker = tracker_of(
        said("a"), bot("Oder?", buttons=[button]), bot(None, custom={"article": {"slug": "x"}})
    )

    assert answer_to_last(tracker, repeat=False)["replies"] == [
        {"text": "Oder?", "buttons": [{"title": "Ja", "payload": "/affirm"}]},
        {"custom": {"article": {"slug": "x"}}},
    ]


def test_what_was_understood_leaves_out_what_steers() -> None:
    understanding = answer_to_last(tracker_of(said("a")), repeat=False)["understanding"]

    assert understanding == {
        "intent": "greet",
        "confidence": 0.9123,
        "entities": [{"entity": "payout_reference", "value": "PO-48213"}],
        "slots": {"payout_reference": "PO-48213"},
    }


PERSON = [{"title": "Talk to a person", "payload": "/request_human"}]


def test_the_offer_of_a_person_is_said_once_and_then_left_to_the_button() -> None:
    offered = [bot(f"{name}. {OFFERS[0]}", buttons=PERSON) for name in ("A", "B")]
    before = tracker_of(said("a"), offered[0])
    tracker = tracker_of(said("a"), offered[0], said("b"), offered[1])

    first = answer_to_last(before, repeat=False)["replies"]
    second = answer_to_last(tracker, repeat=True)["replies"]

    assert first == [{"text": f"A. {OFFERS[0]}", "buttons": PERSON}]
    assert second == [{"text": "B.", "buttons": PERSON}]


def test_without_a_button_the_words_stay() -> None:
    tracker = tracker_of(said("a"), bot(f"A. {OFFERS[1]}"), said("b"), bot(f"B. {OFFERS[1]}"))

    assert answer_to_last(tracker, repeat=False)["replies"] == [{"text": f"B. {OFFERS[1]}"}]


def test_the_offer_is_the_one_that_answers_end_with() -> None:
    domain = yaml.safe_load((Path(__file__).parents[2] / "domain.yml").read_text("utf-8"))

    english, german = domain["responses"]["utter_payout_in_transit"]

    assert english["text"].endswith(OFFERS[0])
    assert german["text"].endswith(OFFERS[1])
