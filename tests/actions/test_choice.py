"""The question which payout is meant, and what counts as its answer."""

from decimal import Decimal

import pytest

from tests.actions.calls import VISITOR, Json, Result, World, bot, user
from tests.actions.fakes import FakeBook, payout

THREE = [
    payout("PO-70077", "under_review", amount=Decimal("99.00")),
    payout("PO-70052", amount=Decimal("450.75")),
    payout("PO-70011", "paid", amount=Decimal("300.00")),
]
BOOK = FakeBook({"lena": THREE, "tomas": [payout("PO-60001")]})
ASKED = {"requested_slot": "payout_reference", "payout_question": "ask_payout_status"}
WHERE = user("Wo ist mein Geld?", "ask_payout_status")
WHICH = bot("utter_payout_which")


async def answered(message: Json, *before: Json, slots: Json | None = None) -> Result:
    """What the form makes of an answer to its question."""
    events = before or (WHERE, WHICH)
    return await World(BOOK).run(
        "validate_payout_form", *events, message, slots={**ASKED, **(slots or {})}
    )


async def test_the_question_offers_every_payout_as_a_button() -> None:
    result = await World(BOOK).run("action_ask_payout_reference", WHERE, slots=ASKED)

    assert result.said == ["utter_payout_which"]
    assert [button["title"] for button in result.buttons] == [
        "PO-70077 · 99,00 €",
        "PO-70052 · 450,75 €",
        "PO-70011 · 300,00 €",
    ]
    assert result.buttons[1]["payload"] == '/ask_payout_status{"payout_reference": "PO-70052"}'
    assert result.slots == {"payout_unclear": None}


async def test_the_one_passed_over_is_not_offered_and_the_question_stays() -> None:
    slots = {"payout_passed_over": "PO-70077", "payout_question": "report_payout_problem"}

    result = await World(BOOK).run("action_ask_payout_reference", WHERE, slots=slots)

    assert [button["title"][:8] for button in result.buttons] == ["PO-70052", "PO-70011"]
    assert result.buttons[0]["payload"].startswith("/report_payout_problem{")


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("die erste", "PO-70077"),
        ("Die zweite bitte", "PO-70052"),
        ("the second one", "PO-70052"),
        ("the biggest one", "PO-70052"),
        ("die kleinste", "PO-70077"),
        ("the last one", "PO-70011"),
        ("nicht die erste, die dritte", "PO-70011"),
        ("the 450 one", "PO-70052"),
        ("die mit 450,75", "PO-70052"),
        ("99.00", "PO-70077"),
        ("70052 bitte", "PO-70052"),
        ("the one ending in 77", "PO-70077"),
    ],
)
async def test_short_answers_pick_one(text: str, reference: str) -> None:
    result = await answered(user(text, "nlu_fallback"))

    assert result.said == []
    assert result.slots == {"payout_reference": reference}


@pytest.mark.parametrize("value", ["450.75 EUR", "450.00 EUR"])
async def test_a_sum_picks_one_with_or_without_its_cents(value: str) -> None:
    result = await answered(user("die 450 Euro", "nlu_fallback", {"amount": value}))

    assert result.slots == {"payout_reference": "PO-70052"}


async def test_places_are_counted_among_those_offered() -> None:
    result = await answered(
        user("die zweite", "nlu_fallback"), slots={"payout_passed_over": "PO-70077"}
    )

    assert result.slots == {"payout_reference": "PO-70011"}


@pytest.mark.parametrize(
    "text",
    [
        "Was kostet eine Auszahlung?",
        "Ja",
        "What does it cost to add a second bank account here?",
        "???",
        "\N{FRACTION SLASH}die zweite",
    ],
)
async def test_other_messages_are_left_to_the_rules(text: str) -> None:
    result = await answered(user(text, "ask_fees"))

    assert (result.said, result.slots) == ([], {})


async def test_a_plain_yes_is_asked_again() -> None:
    result = await answered(user("ja", "affirm"))

    assert (result.said, result.slots) == ([], {"payout_reference": None})


async def test_the_question_once_more_is_asked_again_as_it_is_put_now() -> None:
    result = await answered(user("Warum kommt nichts an?", "report_payout_problem"))

    expected = {"payout_reference": None, "payout_question": "report_payout_problem"}
    assert (result.said, result.slots) == ([], expected)


async def test_a_reference_of_ones_own_is_accepted() -> None:
    message = user("PO 70011", "ask_payout_status", {"payout_reference": "PO-70011"})

    assert (await answered(message)).slots == {"payout_reference": "PO-70011"}


@pytest.mark.parametrize("reference", ["PO-99999", "PO-60001"])
async def test_unknown_and_not_yours_are_refused_alike(reference: str) -> None:
    message = user(reference, "ask_payout_status", {"payout_reference": reference})

    result = await answered(message)

    assert result.said == ["utter_payout_unknown_here"]
    assert result.slots == {"payout_reference": None}


@pytest.mark.parametrize("text", ["die fünfte", "die mit 1234"])
async def test_what_fits_none_is_refused(text: str) -> None:
    result = await answered(user(text, "nlu_fallback"))

    assert result.said == ["utter_payout_unfitting"]
    assert result.slots == {"payout_reference": None}


@pytest.mark.parametrize("refusal", ["utter_payout_unknown_here", "utter_payout_unfitting"])
async def test_the_second_failure_ends_the_form(refusal: str) -> None:
    first = user("PO-99999", "ask_payout_status", {"payout_reference": "PO-99999"})
    second = user("PO-99998", "ask_payout_status", {"payout_reference": "PO-99998"})

    result = await answered(second, WHERE, WHICH, first, bot(refusal), WHICH)

    assert result.said == []
    assert result.slots == {"payout_reference": None, "requested_slot": None}


async def test_what_follows_a_form_without_a_choice_offers_a_person() -> None:
    result = await World(BOOK).run("action_payout_chosen", WHERE, slots={"payout_reference": None})

    assert result.said == ["utter_payout_not_found"]


async def test_the_chosen_one_is_told_as_it_was_asked_about() -> None:
    slots = {"payout_reference": "PO-70077", "payout_question": "report_payout_problem"}

    result = await World(BOOK).run(
        "action_payout_chosen", user("die erste", "nlu_fallback"), slots=slots
    )

    assert result.shown["payout"]["reference"] == "PO-70077"
    assert result.shown["handoff"]["rule"] == "payout_review_asked"


async def test_somebody_elses_is_not_told_whatever_the_slot_says() -> None:
    result = await World(BOOK).run(
        "action_payout_chosen", WHERE, slots={"payout_reference": "PO-60001"}
    )

    assert result.said == ["utter_payout_not_found"]
    assert result.shown == {}


@pytest.mark.parametrize("action", ["action_ask_payout_reference", "action_payout_chosen"])
async def test_the_unverified_are_offered_nothing(action: str) -> None:
    stranger = user("die erste", "nlu_fallback", who=VISITOR)

    result = await World(BOOK).run(action, stranger, slots={"payout_reference": "PO-70077"})

    assert result.said == ["utter_sign_in"]
    assert result.buttons == []


async def test_the_unverified_end_the_form() -> None:
    result = await answered(user("die erste", "nlu_fallback", who=VISITOR))

    assert result.slots == {"payout_reference": None, "requested_slot": None}


async def test_when_it_only_begins_nothing_is_picked() -> None:
    result = await answered(
        user("Wo ist die erste?", "nlu_fallback"), slots={"requested_slot": None}
    )

    assert (result.said, result.slots) == ([], {})


async def test_a_form_that_cannot_check_ends_without_words() -> None:
    result = await World(FakeBook(fails=True)).run(
        "validate_payout_form", WHERE, WHICH, user("die erste", "nlu_fallback"), slots=ASKED
    )

    assert (result.said, result.slots) == ([], {"requested_slot": None})


async def test_with_a_person_taking_over_the_form_is_over() -> None:
    lost = user("asdf", "nlu_fallback")

    result = await World(BOOK).run(
        "action_misunderstood",
        lost,
        bot("utter_ask_rephrase"),
        lost,
        slots=ASKED,
        form="payout_form",
    )

    assert result.shown["handoff"]["reason"] == "bot_failed_twice"
    assert result.slots["requested_slot"] is None
    assert result.events[-1] == {"event": "active_loop", "timestamp": None, "name": None}
