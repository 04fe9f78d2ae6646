"""Yes, another language, and what was not understood."""

import pytest

from actions.cues import (
    asks_about_less,
    asks_for_another,
    asks_what_if_late,
    more,
    named_language,
    says_unhelpful,
)
from actions.need import is_in_need
from tests.actions.calls import Json, World, bot, user
from tests.actions.fakes import FakeShelves, article

LOST = user("asdf", "nlu_fallback")
CARD = {"slug": "payout-fees", "language": "de"}


def _asked(response: str = "utter_article") -> list[Json]:
    """A question, the article shown for it, and whether it answers that."""
    return [user("was", "ask_fees"), bot(article=CARD), bot(response)]


async def test_once_lost_asks_for_other_words() -> None:
    result = await World().run("action_misunderstood", LOST)

    assert result.said == ["utter_ask_rephrase"]
    assert "handoff" not in result.shown


async def test_twice_lost_in_a_row_reaches_a_person() -> None:
    result = await World().run("action_misunderstood", LOST, bot("utter_ask_rephrase"), LOST)

    assert result.said == ["utter_bot_failed_twice"]
    assert result.shown["handoff"] == {"reason": "bot_failed_twice", "rule": None}


async def test_something_understood_in_between_starts_the_count_again() -> None:
    thanks = user("danke", "thank")

    result = await World().run(
        "action_misunderstood", LOST, bot("utter_ask_rephrase"), thanks, bot("utter_thank"), LOST
    )

    assert result.said == ["utter_ask_rephrase"]


async def test_back_from_a_person_the_count_starts_again() -> None:
    result = await World().run("action_misunderstood", LOST, bot("utter_bot_failed_twice"), LOST)

    assert result.said == ["utter_ask_rephrase"]


async def test_words_that_all_but_quote_an_article_are_answered() -> None:
    shelves = FakeShelves([article("portfolio")], {"asdf": [("portfolio", 0.95)]})

    result = await World(shelves=shelves).run("action_misunderstood", LOST)

    assert result.said == ["utter_article"]


async def test_yes_to_a_person_is_a_yes() -> None:
    result = await World().run(
        "action_affirm", LOST, bot("utter_ask_rephrase"), user("ja", "affirm")
    )

    assert result.shown["handoff"] == {"reason": "customer_asked", "rule": None}


async def test_yes_to_an_article_ends_well() -> None:
    result = await World().run("action_affirm", *_asked(), user("ja", "affirm"))

    assert result.said == ["utter_glad"]


@pytest.mark.parametrize(
    ("action", "text", "response", "helpful"),
    [
        ("action_affirm", "/affirm", "utter_glad", True),
        ("action_affirm", "ja danke hat geholfen", "utter_glad", True),
        ("action_thank", "danke, das war's", "utter_thank", True),
        ("action_thank", "thanks, that helped, nothing else", "utter_thank", True),
        ("action_deny", "/deny", "utter_article_none", False),
        ("action_deny", "no that did not help", "utter_article_none", False),
        ("action_thank", "thanks but that doesn’t help me", "utter_article_none", False),
        ("action_affirm", "ja aber das hilft mir nicht", "utter_article_none", False),
    ],
)
@pytest.mark.parametrize("asked", ["utter_article", "utter_article_second"])
async def test_what_is_said_of_an_article_is_marked_for_the_front_door(
    asked: str, action: str, text: str, response: str, *, helpful: bool
) -> None:
    result = await World().run(action, *_asked(asked), user(text, "said"))

    vote = {"slug": "payout-fees", "language": "de", "helpful": helpful}
    assert result.said == [response]
    assert result.shown == {"article_vote": vote}


@pytest.mark.parametrize("action", ["action_affirm", "action_deny", "action_thank"])
@pytest.mark.parametrize(
    "before",
    [
        [LOST, bot("utter_greet")],
        # Shown beside an answer of one's own, without the question.
        [user("was", "ask_payout_status"), bot("utter_payout_returned"), bot(article=CARD)],
        # Asked about before the last message.
        [*_asked(), user("hm", "greet"), bot("utter_greet_again")],
        # "Shall I bring in a person?" is another question.
        [*_asked(), user("was", "ask_fees"), bot("utter_article_again")],
    ],
)
async def test_nothing_is_marked_where_no_article_was_asked_about(
    action: str, before: list[Json]
) -> None:
    result = await World().run(action, *before, user("so", "said"))

    assert "article_vote" not in result.shown


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Can we speak German?", "de"),
        ("Auf Englisch bitte", "en"),
        ("nicht deutsch, englisch", "en"),
    ],
)
async def test_the_language_that_is_named_is_marked_and_spoken(text: str, language: str) -> None:
    result = await World().run("action_change_language", user(text, "change_language"))

    assert result.said == [f"utter_language_now_{language}"]
    assert result.shown == {"language": language}
    assert result.slots == {"language": language}


@pytest.mark.parametrize("text", ["en français", "andere Sprache", "/change_language"])
async def test_another_language_is_asked_for_by_buttons(text: str) -> None:
    result = await World().run("action_change_language", user(text, "change_language"))

    assert result.said == ["utter_language_unknown"]
    assert result.slots == {}


async def test_the_button_names_the_language() -> None:
    press = user('/change_language{"to": "en"}', "change_language", {"to": "en"})

    result = await World().run("action_change_language", press)

    assert result.said == ["utter_language_now_en"]


@pytest.mark.parametrize(
    "text", ["was wenn nichts kommt", "If it's not there?", "falls sie nicht da ist"]
)
def test_conditions_are_recognised(text: str) -> None:
    assert asks_what_if_late(text)


@pytest.mark.parametrize("text", ["Wann kommt es?", "es ist nicht da", None, "/ask_fees"])
def test_plain_questions_are_no_conditions(text: str | None) -> None:
    assert not asks_what_if_late(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ich habe schon eine Mahnung bekommen",
        "Mir droht die Räumung",
        "Die Miete ist fällig",
        "Ich kann meine Miete nicht zahlen",
        "Wir haben nichts zu essen",
        "Es geht um meine Existenz",
        "my rent is due",
        "I’m facing eviction",
        "we have no food",
        "I can’t pay my rent",
    ],
)
def test_distress_about_money_is_recognised(text: str) -> None:
    assert is_in_need(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wo ist mein Geld?",
        "Die Miete kommt nächsten Monat dran",
        "What is the exchange rate? I do not see it",
        "When is my payout due?",
        "I have not heard anything",
        None,
    ],
)
def test_waiting_alone_is_no_distress(text: str | None) -> None:
    assert not is_in_need(text)


def test_other_cues_do_not_fire_on_plain_words() -> None:
    assert not is_in_need("Meine Miete ist bezahlt")
    assert not asks_for_another("Wo ist mein Geld")
    assert named_language("Hallo") is None


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("and for bank transfer?", "for bank transfer"),
        ("und bei PayPal?", "bei PayPal"),
        ("what about clients?", "clients"),
        ("Wie ist es mit Kreditkarte?", "mit Kreditkarte"),
        ("und wie lange dauert das?", None),
        ("and when will it arrive?", None),
        ("what about my payout?", None),
        ("PayPal", None),
        ("and", None),
        (None, None),
    ],
)
def test_only_what_has_no_question_of_its_own_carries_on(
    text: str | None, added: str | None
) -> None:
    assert more(text) == added


@pytest.mark.parametrize(
    "text",
    ["I got only 98 instead of 100", "Es kamen nur 98 € an", "why are the amounts different?"],
)
def test_less_than_expected_is_recognised(text: str) -> None:
    assert asks_about_less(text)


@pytest.mark.parametrize("text", ["My payout is missing", "PO 70052?", "Where is it?", None])
def test_a_payout_that_is_missing_is_not_less(text: str | None) -> None:
    assert not asks_about_less(text)


@pytest.mark.parametrize(
    "text",
    ["hat leider nicht geholfen", "that didn't really help", "Danke, hilft mir aber kaum weiter"],
)
def test_polite_words_that_it_did_not_help_are_recognised(text: str) -> None:
    assert says_unhelpful(text)


@pytest.mark.parametrize(
    "text",
    ["hat geholfen, mehr brauche ich wirklich nicht", "danke", "not now, thanks", "/affirm", None],
)
def test_words_that_it_helped_are_no_complaint(text: str | None) -> None:
    assert not says_unhelpful(text)
