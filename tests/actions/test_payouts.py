"""Which payout is meant, and what is said of it."""

from decimal import Decimal

import pytest

from tests.actions.calls import VISITOR, World, bot, user
from tests.actions.fakes import FakeBook, FakeShelves, article, earning, payout

ONE = {"lena": [payout("PO-48213")]}
THREE = {
    "lena": [
        payout("PO-70077", "under_review", amount=Decimal("99.00")),
        payout("PO-70052", amount=Decimal("450.75")),
        payout("PO-70011", "paid", amount=Decimal("300.00")),
    ]
}
STATUS, PROBLEM = "action_payout_status", "action_payout_problem"
# The middle one of three was just told.
TOLD = (
    user("PO-70052", "ask_payout_status", {"payout_reference": "PO-70052"}),
    bot(payout={"reference": "PO-70052"}),
)
SPOKEN = {"payout_reference": "PO-70052"}


def asking(text: str, **entities: str) -> dict[str, object]:
    """The question where a payout is."""
    return user(text, "ask_payout_status", entities)


async def test_the_only_payout_needs_no_number() -> None:
    result = await World(FakeBook(ONE)).run(STATUS, asking("Wo ist mein Geld?"))

    assert result.said == ["utter_payout_in_transit"]
    assert result.shown["payout"]["reference"] == "PO-48213"
    assert result.slots["payout_reference"] == "PO-48213"


AGAIN = {"payout_reference": "PO-48213", "payout_told": "PO-48213 utter_payout_in_transit de"}


@pytest.mark.parametrize("before", ["utter_payout_in_transit", "utter_payout_still_in_transit"])
async def test_the_same_answer_twice_in_a_row_is_only_recalled(before: str) -> None:
    ask = asking("Wo ist mein Geld?")

    result = await World(FakeBook(ONE)).run(STATUS, ask, bot(before), ask, slots=AGAIN)

    assert result.said == ["utter_payout_still_in_transit"]
    assert result.shown == {}


async def test_the_same_answer_some_turns_later_is_recalled_with_its_card() -> None:
    ask = asking("Wo ist mein Geld?")

    result = await World(FakeBook(ONE)).run(STATUS, ask, bot("utter_thank"), ask, slots=AGAIN)

    assert result.said == ["utter_payout_still_in_transit"]
    assert result.shown["payout"]["reference"] == "PO-48213"


async def test_a_button_shows_it_in_full_again() -> None:
    ask, press = asking("Wo ist mein Geld?"), asking("/ask_payout_status")

    result = await World(FakeBook(ONE)).run(STATUS, ask, bot("utter_thank"), press, slots=AGAIN)

    assert result.said == ["utter_payout_in_transit"]


@pytest.mark.parametrize(
    ("before", "changes"),
    [
        ("utter_payout_in_transit", {"payout_told": "PO-48213 utter_payout_processing de"}),
        ("utter_payout_in_transit", {"payout_told": "PO-10000 utter_payout_in_transit de"}),
        ("utter_payout_in_transit", {"language": "en"}),
    ],
)
async def test_anything_new_is_told_in_full(before: str, changes: dict[str, str]) -> None:
    ask = asking("Wo ist mein Geld?")

    result = await World(FakeBook(ONE)).run(STATUS, ask, bot(before), ask, slots=AGAIN | changes)

    assert result.said == ["utter_payout_in_transit"]


async def test_what_a_person_has_to_see_is_told_in_full_and_handed_over_again() -> None:
    held = {"lena": [payout("PO-48213", "on_hold")]}
    ask, slots = asking("Wo?"), AGAIN | {"payout_told": "PO-48213 utter_payout_on_hold de"}

    result = await World(FakeBook(held)).run(
        STATUS, ask, bot("utter_payout_on_hold"), ask, slots=slots
    )

    assert result.said == ["utter_payout_on_hold", "utter_handing_over_rule"]


async def test_of_several_the_form_is_to_ask() -> None:
    result = await World(FakeBook(THREE)).run(STATUS, asking("Wo ist mein Geld?"))

    assert result.said == []
    assert result.slots == {
        "payout_unclear": True,
        "payout_reference": None,
        "payout_question": "ask_payout_status",
        "payout_passed_over": None,
        "payout_urgent": False,
    }


async def test_a_problem_is_asked_about_as_a_problem() -> None:
    message = user("Da stimmt was nicht", "report_payout_problem")

    result = await World(FakeBook(THREE)).run(PROBLEM, message)

    assert result.slots["payout_question"] == "report_payout_problem"


async def test_the_amount_tells_which() -> None:
    message = asking("Wann kommen die 99 euro?", amount="99.00 EUR")

    result = await World(FakeBook(THREE)).run(STATUS, message)

    assert result.shown["payout"]["reference"] == "PO-70077"


async def test_an_amount_that_fits_none_leaves_the_choice() -> None:
    message = asking("Wann kommen die 98 euro?", amount="98.00 EUR")

    result = await World(FakeBook(THREE)).run(STATUS, message)

    assert result.slots["payout_unclear"] is True


async def test_what_failed_is_meant_where_one_of_several_failed() -> None:
    mixed = {"lena": [payout("PO-10001"), payout("PO-10002", "failed", public_reason=None)]}
    message = user("Meine Auszahlung ist fehlgeschlagen", "report_payout_problem")

    result = await World(FakeBook(mixed)).run(PROBLEM, message)

    assert result.shown["payout"]["reference"] == "PO-10002"


async def test_the_payout_just_told_is_the_one_meant_next() -> None:
    result = await World(FakeBook(THREE)).run(
        STATUS,
        asking("PO-70052", payout_reference="PO-70052"),
        bot("utter_payout_in_transit"),
        bot(payout={"reference": "PO-70052"}),
        asking("Wann genau?"),
        slots={"payout_reference": "PO-70052"},
    )

    assert result.shown["payout"]["reference"] == "PO-70052"


@pytest.mark.parametrize("text", ["Nein, die andere", "nein"])
async def test_no_to_a_payout_asks_for_one_of_the_others(text: str) -> None:
    result = await World(FakeBook(THREE)).run(
        "action_deny", *TOLD, user(text, "deny"), slots=SPOKEN
    )

    assert result.slots["payout_unclear"] is True
    assert result.slots["payout_passed_over"] == "PO-70052"


async def test_no_with_a_number_means_that_number() -> None:
    message = user("nein, PO-70011", "deny", {"payout_reference": "PO-70011"})

    result = await World(FakeBook(THREE)).run("action_deny", *TOLD, message, slots=SPOKEN)

    assert result.shown["payout"]["reference"] == "PO-70011"


async def test_of_two_the_other_one_is_told_at_once() -> None:
    two = FakeBook({"lena": THREE["lena"][:2]})

    result = await World(two).run("action_deny", *TOLD, user("nein", "deny"), slots=SPOKEN)

    assert result.shown["payout"]["reference"] == "PO-70077"


async def test_no_to_the_only_payout_asks_what_it_is_about() -> None:
    only = FakeBook({"lena": THREE["lena"][1:2]})

    result = await World(only).run("action_deny", *TOLD, user("nein", "deny"), slots=SPOKEN)

    assert result.said == ["utter_deny"]


async def test_another_one_is_understood_without_an_intent() -> None:
    message = user("die andre, andere mein ich", "nlu_fallback")

    result = await World(FakeBook(THREE)).run("action_misunderstood", *TOLD, message, slots=SPOKEN)

    assert result.slots["payout_passed_over"] == "PO-70052"


@pytest.mark.parametrize(
    "text", ["und wenn sie bis dahin nicht da ist?", "And if it isn’t there by then?"]
)
async def test_what_if_it_is_late_is_answered_for_the_same_payout(text: str) -> None:
    result = await World(FakeBook(THREE)).run(
        PROBLEM,
        asking("PO-70052", payout_reference="PO-70052"),
        bot(payout={"reference": "PO-70052"}),
        user(text, "report_payout_problem"),
        slots={"payout_reference": "PO-70052"},
    )

    assert result.said == ["utter_payout_if_late"]


async def test_it_is_answered_too_when_the_intent_was_not_understood() -> None:
    result = await World(FakeBook(THREE)).run(
        "action_misunderstood",
        asking("PO-70052", payout_reference="PO-70052"),
        bot(payout={"reference": "PO-70052"}),
        user("sonst? wenn nicht?", "nlu_fallback"),
        slots={"payout_reference": "PO-70052"},
    )

    assert result.said == ["utter_payout_if_late"]


async def test_unknown_and_not_yours_are_told_alike() -> None:
    world = World(FakeBook({**ONE, "tomas": [payout("PO-70052")]}))

    unknown = await world.run(STATUS, asking("PO-99999", payout_reference="PO-99999"))
    foreign = await world.run(STATUS, asking("PO-70052", payout_reference="PO-70052"))

    assert unknown.said == foreign.said == ["utter_payout_unknown"]
    assert unknown.slots == foreign.slots == {"payout_reference": None}


@pytest.mark.parametrize(
    "who",
    [
        VISITOR,
        {"sub": "lena", "verified": False},
        {"sub": "lena"},
        {"sub": "", "verified": True},
        {"sub": ["lena"], "verified": True},
        None,
    ],
)
async def test_only_the_verified_see_payouts(who: dict[str, object]) -> None:
    message = user("PO-48213", "ask_payout_status", {"payout_reference": "PO-48213"}, who)

    result = await World(FakeBook(ONE)).run(
        STATUS, message, slots={"sub": "lena", "payout_reference": "PO-48213"}
    )

    assert result.said == ["utter_sign_in"]
    assert result.shown == {}


async def test_the_rule_follows_the_answer() -> None:
    held = {"lena": [payout("PO-48213", "on_hold")]}

    result = await World(FakeBook(held)).run(STATUS, asking("Wo ist mein Geld?"))

    assert result.said == ["utter_payout_on_hold", "utter_handing_over_rule"]
    assert result.shown["handoff"] == {"reason": "rule", "rule": "payout_unknown_reason"}


async def test_need_that_cannot_wait_reaches_a_person() -> None:
    message = asking("Ich brauche das Geld dringend für die Miete")

    result = await World(FakeBook(ONE)).run(STATUS, message)

    assert result.said[0] == "utter_payout_in_transit"
    assert result.shown["handoff"] == {"reason": "rule", "rule": "urgent_need"}


async def test_need_is_not_forgotten_while_the_form_asks_which() -> None:
    begun = await World(FakeBook(THREE)).run(STATUS, asking("Mir droht die Räumung, wo ist es?"))
    slots = {**begun.slots, "payout_reference": "PO-70052"}

    result = await World(FakeBook(THREE)).run(
        "action_payout_chosen", user("die zweite", "nlu_fallback"), slots=slots
    )

    assert result.said[0] == "utter_payout_in_transit"
    assert result.shown["handoff"] == {"reason": "rule", "rule": "urgent_need"}


async def test_need_without_any_payout_reaches_a_person_too() -> None:
    message = asking("Wo ist mein Geld? Ich habe nichts zu essen")

    result = await World(FakeBook({"lena": []})).run(STATUS, message)

    assert result.said[0] == "utter_payout_none"
    assert result.shown["handoff"]["rule"] == "urgent_need"


async def test_a_rule_of_the_payout_goes_before_need() -> None:
    held = {"lena": [payout("PO-48213", "on_hold")]}

    result = await World(FakeBook(held)).run(STATUS, asking("Die Miete ist heute fällig!"))

    assert result.shown["handoff"]["rule"] == "payout_unknown_reason"
    assert result.said.count("utter_handing_over_rule") == 1


async def test_what_can_be_done_is_explained_by_an_article() -> None:
    held = {"lena": [payout("PO-48213", "on_hold", public_reason="kyc_required")]}
    shelves = FakeShelves([article("identity-check-steps")])

    result = await World(FakeBook(held), shelves).run(STATUS, asking("Wo ist mein Geld?"))

    assert result.shown["article"]["url"] == "/help/de/identity-check-steps"


async def test_money_that_is_not_a_payout_yet_is_told() -> None:
    book = FakeBook({"lena": []}, earnings={"lena": [earning("pending_clearance")]})

    result = await World(book).run(STATUS, asking("Wo ist mein Geld?"))

    assert result.said == ["utter_earning_pending_clearance"]


async def test_nobody_ever_paid_is_told_how_to_begin() -> None:
    result = await World(FakeBook({"lena": []})).run(STATUS, asking("Wo ist mein Geld?"))

    assert result.said == ["utter_payout_none"]
