"""Every state and reason has an answer in both languages, and a person where one is needed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from payouts.answers import RESPONSES, VALUES, answer, if_late
from payouts.reasons import WORDED
from payouts.states import INTERNAL, PUBLIC, PayoutState, Reason
from payouts.verdicts import RULES
from tests.payouts.examples import LENA, MONDAY, noon, payout, stepped

LANGUAGES = ["de", "en"]
REASONS = [None, *Reason, "something_new"]
DAY = timedelta(days=1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize("state", list(PayoutState))
def test_every_state_and_reason_has_an_answer(
    state: PayoutState, reason: str | None, language: str
) -> None:
    for days in (0, 1, 3, 5, 14, 60):
        for asks_why in (False, True):
            told = answer(
                payout(state, reason), LENA, MONDAY + DAY * days, language, asks_why=asks_why
            )

            assert told.response in RESPONSES
            assert told.response.startswith(f"utter_payout_{state}")
            assert set(told.values) == set(VALUES[told.response])
            assert all(told.values.values())
            assert told.rule is None or told.rule in RULES
            assert told.article


@pytest.mark.parametrize(
    ("state", "reason"),
    [(state, reason) for state, reasons in WORDED.items() for reason in sorted(reasons)],
)
def test_a_reason_with_words_of_its_own_names_its_response(
    state: PayoutState, reason: Reason
) -> None:
    told = answer(payout(state, reason), LENA, MONDAY, "en")

    assert told.response == f"utter_payout_{state}_{reason}"


@pytest.mark.parametrize("state", list(PayoutState))
def test_an_internal_reason_is_told_like_any_review(state: PayoutState) -> None:
    review = payout(state, Reason.REVIEW)
    for reason in sorted(INTERNAL):
        for asks_why in (False, True):
            told = answer(payout(state, reason), LENA, MONDAY, "en", asks_why=asks_why)

            assert told == answer(review, LENA, MONDAY, "en", asks_why=asks_why)
            assert reason not in repr(told.card) + repr(told.values) + told.response


def test_public_and_internal_reasons_are_all_of_them() -> None:
    assert set(Reason) == PUBLIC | INTERNAL
    assert not PUBLIC & INTERNAL


def test_amounts_and_dates_are_written_in_german() -> None:
    sent = payout(PayoutState.IN_TRANSIT, expected_on=date(2026, 11, 26))

    told = answer(sent, LENA, MONDAY, "de")

    assert told.values == {
        "reference": "PO-48213",
        "amount": "640,00 €",
        "method": "SEPA-Überweisung",
        "since": "Montag, 23. November",
        "expected": "Donnerstag, 26. November",
    }


def test_amounts_and_dates_are_written_in_english() -> None:
    sent = payout(PayoutState.IN_TRANSIT, amount=Decimal("1234.5"))

    told = answer(sent, LENA, MONDAY, "en")

    assert told.values == {
        "reference": "PO-48213",
        "amount": "€1,234.50",
        "method": "SEPA transfer",
        "since": "Monday, 23 November",
        "expected": "Tuesday, 24 November – Wednesday, 25 November",
    }


def test_dates_are_those_of_the_customers_time_zone() -> None:
    late_evening = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    in_lagos = replace(LENA, time_zone="Africa/Lagos")
    in_new_york = replace(LENA, time_zone="America/New_York")
    held = payout(PayoutState.ON_HOLD, since=late_evening)

    assert answer(held, in_lagos, MONDAY, "en").values["since"] == "Tuesday, 24 November"
    assert answer(held, in_new_york, MONDAY, "en").values["since"] == "Monday, 23 November"


def test_a_date_of_another_year_names_the_year() -> None:
    requested = payout(PayoutState.UNDER_REVIEW, since=datetime(2026, 12, 30, 9, tzinfo=UTC))

    told = answer(requested, LENA, requested.since, "de")

    assert told.values["since"] == "Mittwoch, 30. Dezember"
    assert told.values["next_on"] == "Dienstag, 5. Januar 2027"


def test_another_account_holder_is_named_beside_the_verified_name() -> None:
    failed = payout(PayoutState.FAILED, Reason.NAME_MISMATCH, holder="Brandt Design GmbH")

    told = answer(failed, LENA, MONDAY, "de")

    assert told.values["holder"] == "„Brandt Design GmbH“"
    assert told.values["name"] == "„Lena Brandt“"
    assert told.values["balance_by"] == "Montag, 30. November"


def test_an_account_holder_nobody_told_is_another_name() -> None:
    failed = payout(PayoutState.FAILED, Reason.NAME_MISMATCH)

    assert answer(failed, LENA, MONDAY, "en").values["holder"] == "another name"
    assert answer(failed, None, MONDAY, "en").values["name"] == "your verified name"


def test_a_new_payout_method_says_when_it_becomes_active() -> None:
    added = replace(LENA, method_since=MONDAY - DAY)
    held = payout(PayoutState.ON_HOLD, Reason.METHOD_COOLING)

    assert answer(held, added, MONDAY, "en").values["active_on"] == "Wednesday, 25 November"
    assert answer(held, LENA, MONDAY, "en").values["active_on"] == "Thursday, 26 November"


def test_the_card_shows_a_payout_without_its_reasons() -> None:
    sent = stepped(("on_hold", "risk"), ("in_transit", None))

    told = answer(sent, LENA, MONDAY, "de")

    assert told.card == {
        "reference": "PO-48213",
        "state": "in_transit",
        "amount": "640,00 €",
        "since": "2026-11-23",
        "expected_on": "2026-11-25",
        "method": "SEPA-Überweisung",
        "history": [
            {"state": "on_hold", "at": "2026-11-22T09:00:00+00:00"},
            {"state": "in_transit", "at": "2026-11-23T09:00:00+00:00"},
        ],
    }


def test_an_unknown_language_is_answered_in_english() -> None:
    assert answer(payout(PayoutState.PAID), LENA, MONDAY, "fr").values["amount"] == "€640.00"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize("state", list(PayoutState))
def test_if_late_has_an_answer_for_every_state(
    state: PayoutState, reason: str | None, language: str
) -> None:
    for days in (0, 2, 8, 60):
        told = if_late(payout(state, reason), LENA, MONDAY + DAY * days, language)

        assert set(told.values) == set(VALUES[told.response])
        assert all(told.values.values())


def test_if_late_names_the_day_from_which_a_person_helps() -> None:
    sent = payout(PayoutState.IN_TRANSIT, expected_on=date(2026, 11, 26))

    told = if_late(sent, LENA, MONDAY, "de")

    assert (told.response, told.rule) == ("utter_payout_if_late", None)
    assert told.values["person_from"] == "Montag, 30. November"


def test_if_late_brings_a_person_once_it_is_late() -> None:
    sent = payout(PayoutState.IN_TRANSIT, expected_on=date(2026, 11, 26))

    told = if_late(sent, LENA, noon(date(2026, 11, 30)), "de")

    assert (told.response, told.rule) == ("utter_payout_if_late_now", "payout_overdue")


def test_if_late_says_when_nothing_is_on_its_way() -> None:
    told = if_late(payout(PayoutState.FAILED, Reason.LIMIT), LENA, MONDAY, "de")

    assert told.response == "utter_payout_if_late_stopped"
