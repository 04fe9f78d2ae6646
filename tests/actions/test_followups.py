"""What is said right after an answer about a payout: tracing, causes put right, and need."""

from dataclasses import replace

import pytest

from actions.cues import asks_to_trace, says_put_right, side_of
from actions.gibberish import says_nothing
from actions.need import is_in_need
from payouts.states import Reason
from tests.actions.calls import VISITOR, Json, World, bot, user
from tests.actions.fakes import FakeBook, FakeShelves, article, payout

SENT = {"lena": [payout("PO-48213", "in_transit")]}
FAILED = {"lena": [replace(payout("PO-48213", "failed"), public_reason=Reason.NAME_MISMATCH)]}
HELD = {"lena": [replace(payout("PO-48213", "on_hold"), public_reason=Reason.KYC_REQUIRED)]}
TOLD = {"payout_reference": "PO-48213", "payout_told": "PO-48213 utter_payout_in_transit de"}
ADDED = "ich habe jetzt ein neues Konto hinterlegt"


def _after(text: str, intent: str, who: Json | None = None, **entities: str) -> list[Json]:
    asked = user("Wo ist mein Geld?", "ask_payout_status")
    said = user(text, intent, entities, **({"who": who} if who else {}))
    return [asked, bot("utter_payout_in_transit"), said]


@pytest.mark.parametrize("intent", ["report_payout_problem", "out_of_scope", "nlu_fallback"])
async def test_how_to_trace_it_is_about_what_was_told(intent: str) -> None:
    action = {
        "report_payout_problem": "action_payout_problem",
        "out_of_scope": "action_out_of_scope",
        "nlu_fallback": "action_misunderstood",
    }[intent]

    result = await World(FakeBook(SENT)).run(
        action, *_after("wie lasse ich nachforschen", intent), slots=TOLD
    )

    assert result.said == ["utter_payout_trace"]


@pytest.mark.parametrize(
    ("book", "response"),
    [
        (FAILED, "utter_payout_put_right_account"),
        (HELD, "utter_payout_put_right_gate_held"),
    ],
)
async def test_who_put_the_cause_right_is_told_what_comes_next(book: Json, response: str) -> None:
    result = await World(FakeBook(book)).run(
        "action_method", *_after(ADDED, "change_payout_method"), slots=TOLD
    )

    assert result.said == [response]


async def test_what_was_added_elsewhere_is_not_about_the_payout() -> None:
    shelves = FakeShelves([article("profile-checklist")])

    result = await World(FakeBook(FAILED), shelves).run(
        "action_article", *_after("ich habe ein Bild hochgeladen", "update_profile"), slots=TOLD
    )

    assert "utter_payout_put_right_account" not in result.said


async def test_another_payout_is_not_the_one_that_was_told() -> None:
    result = await World(FakeBook(SENT)).run(
        "action_payout_problem",
        *_after("PO-10000 nachforschen", "report_payout_problem", payout_reference="PO-10000"),
        slots=TOLD,
    )

    assert result.said == ["utter_payout_unknown"]


async def test_need_hands_over_without_saying_it_all_again() -> None:
    result = await World(FakeBook(SENT)).run(
        "action_out_of_scope", *_after("morgen ist die Miete fällig", "out_of_scope"), slots=TOLD
    )

    assert result.said == ["utter_handing_over_rule"]
    assert result.shown["handoff"] == {"reason": "rule", "rule": "urgent_need"}


async def test_of_a_visitor_nothing_is_known_that_could_be_gone_on_with() -> None:
    result = await World(FakeBook(SENT)).run(
        "action_out_of_scope", *_after("nachforschen", "out_of_scope", VISITOR), slots=TOLD
    )

    assert result.said == ["utter_out_of_scope"]


IN_NEED = (
    "Ich muss morgen meine Miete zahlen!!",
    "I have to pay my rent tomorrow",
    "die Kreditrate geht übermorgen ab, das ist ein Notfall",
    "bis Freitag brauche ich Essen für die Kinder",
    "my rent is due by the end of the week",
    "in zwei Tagen muss die Miete da sein",
    "the landlord wants it this week",
    "am 1. ist die Miete dran",
)
NOT_IN_NEED = (
    "Guten Morgen, ich wollte zur Miete etwas fragen",
    "How do I hire a doctor for my project?",
    "morgen habe ich Zeit",
    "what is the exchange rate",
    "bis Freitag liefere ich ab",
)


@pytest.mark.parametrize("text", IN_NEED)
def test_what_cannot_wait_is_seen(text: str) -> None:
    assert is_in_need(text)


@pytest.mark.parametrize("text", NOT_IN_NEED)
def test_what_can_wait_is_no_need(text: str) -> None:
    assert not is_in_need(text)


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("asdf gh", True),
        ("kjhkjh", True),
        ("blubb", True),
        ("bla bla", True),
        ("???", True),
        ("pizza", False),
        ("write a poem", False),
        ("xyz test projekt löschen", False),
        ("Rhythmus", False),
    ],
)
def test_keys_struck_at_random_are_told_from_words(text: str, *, nothing: bool) -> None:
    assert says_nothing(text) is nothing


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("ok I added a new account", True),
        ("I've just uploaded my passport", True),
        (ADDED, True),
        ("ich habe noch nichts hinterlegt", False),
        ("how can I add an account", False),
        ("ich habe kein Konto hinterlegt", False),
    ],
)
def test_what_was_put_right_is_told_from_what_is_asked(text: str, *, right: bool) -> None:
    assert says_put_right(text) is right


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("wie werde ich freelancer", "freelancer"),
        ("I want to offer my services", "freelancer"),
        ("I want to hire somebody", "client"),
        ("ich suche jemanden für meine Webseite", "client"),
        ("wie fange ich an", None),
        ("hire me as a freelancer", None),
    ],
)
def test_the_side_of_somebody_new_is_read_where_it_is_said(text: str, side: str | None) -> None:
    assert side_of(text) == side


def test_tracing_is_seen_in_both_languages() -> None:
    assert asks_to_trace("can you trace it")
    assert asks_to_trace("Nachforschungsauftrag?")
    assert not asks_to_trace("where is it")
