"""Words that move a guide on, and when they are read as such."""

import pytest
from bot.components.guide_words import RECENT, follows_guide, guide_word
from rasa.shared.core.events import ActiveLoop, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.slots import TextSlot
from rasa.shared.core.trackers import DialogueStateTracker


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("erledigt", "guide_done"),
        ("Erledigt!", "guide_done"),
        ("ok, fertig", "guide_done"),
        ("Das habe ich schon gemacht", "guide_done"),
        ("hab ich", "guide_done"),
        ("done", "guide_done"),
        ("I did it.", "guide_done"),
        ("It’s done, thanks", "guide_done"),
        ("weiter", "guide_next"),
        ("Nächster Schritt bitte", "guide_next"),
        ("Was kommt als Nächstes?", "guide_next"),
        ("next step", "guide_next"),
        ("what's next?", "guide_next"),
        ("stopp", "guide_stop"),
        ("Später", "guide_stop"),
        ("not now", "guide_stop"),
        ("", None),
        ("Wann bin ich fertig?", None),
        ("my payout is not done", None),
        ("Mensch bitte", None),
        ("done " * 50, None),
    ],
)
def test_only_the_bare_word_is_read(text: str, intent: str | None) -> None:
    assert guide_word(text) == intent


def begun() -> list[Event]:
    return [
        UserUttered("/start_guide"),
        SlotSet("guide", "profile"),
        BotUttered("…", metadata={"utter_action": "utter_guide_begun"}),
    ]


def with_slot(*events: Event) -> DialogueStateTracker:
    return DialogueStateTracker.from_events(
        "c", list(events), slots=[TextSlot("guide", mappings=[])]
    )


def other() -> list[Event]:
    return [UserUttered("…"), BotUttered("…", metadata={"utter_action": "utter_article"})]


def test_a_guide_is_followed_right_after_it_was_spoken_of() -> None:
    assert follows_guide(with_slot(*begun()))


def test_a_guide_is_followed_for_a_few_turns_and_no_longer() -> None:
    assert follows_guide(with_slot(*begun(), *other() * (RECENT - 1)))
    assert not follows_guide(with_slot(*begun(), *other() * RECENT))


def test_an_offer_alone_is_no_guide() -> None:
    offer = BotUttered("…", metadata={"utter_action": "utter_guide_offer_profile"})

    assert not follows_guide(with_slot(UserUttered("…"), SlotSet("guide", "profile"), offer))


def test_a_guide_that_was_left_or_a_form_is_not_followed() -> None:
    assert not follows_guide(None)
    assert not follows_guide(with_slot(*begun(), SlotSet("guide", None)))
    assert not follows_guide(with_slot(*begun(), ActiveLoop("payout_form")))


def test_a_hostile_text_is_read_fast() -> None:
    assert guide_word("ok " * 19 + "!") is None
    assert guide_word("das habe ich schon " * 3) is None
