"""Every state and reason has an answer in both languages, and a person where one is needed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from payouts.answers import RESPONSES, VALUES, answer, if_late
from payouts.reasons import WORDED
from payouts.responses import PREFACES
from payouts.states import INTERNAL, PUBLIC, PayoutState, Reason
from payouts.values import Payout, Step
from payouts.verdicts import RULES
from tests.payouts.examples import LENA, MONDAY, payout

LANGUAGES = ["de", "en"]
REASONS = [None, *Reason, "something_new"]
DAY = timedelta(days=1)


def stepped(*steps: tuple[str, str | None]) -> Payout:
    """A payout that took these steps, a day each, the last on the Monday."""
    history = tuple(
        Step(state=PayoutState(state), reason=reason, at=MONDAY - DAY * (len(steps) - 1 - n))
        for n, (state, reason) in enumerate(steps)
    )
    last = history[-1]
    return payout(last.state, last.reason, history=history)


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


@pytest.mark.parametrize(
    ("state", "fields", "last_patient", "first_late"),
    [
        # Counted from Monday 2026-11-23.
        (PayoutState.REQUESTED, {}, date(2026, 11, 25), date(2026, 11, 26)),
        (PayoutState.UNDER_REVIEW, {}, date(2026, 11, 26), date(2026, 11, 27)),
        (PayoutState.PROCESSING, {}, date(2026, 11, 25), date(2026, 11, 26)),
        (PayoutState.IN_TRANSIT, {}, date(2026, 11, 26), date(2026, 11, 27)),
        (
            PayoutState.IN_TRANSIT,
            {"expected_on": date(2026, 11, 27)},
            date(2026, 11, 30),
            date(2026, 12, 1),
        ),
        (PayoutState.PAID, {"method": "ach"}, date(2026, 11, 27), date(2026, 11, 30)),
        (PayoutState.PAID, {"method": "local_bank"}, date(2026, 12, 3), date(2026, 12, 4)),
    ],
)
def test_waiting_too_long_needs_a_person(
    state: PayoutState, fields: dict[str, Any], last_patient: date, first_late: date
) -> None:
    waiting = payout(state, **fields)

    patient = answer(waiting, LENA, _noon(last_patient), "en")
    late = answer(waiting, LENA, _noon(first_late), "en")

    assert patient.rule is None
    assert (late.rule, late.response) == ("payout_overdue", f"utter_payout_{state}_late")


def test_waiting_over_christmas_counts_business_days_only() -> None:
    requested = payout(PayoutState.REQUESTED, since=datetime(2026, 12, 24, 9, tzinfo=UTC))

    assert answer(requested, LENA, _noon(date(2026, 12, 29)), "de").rule is None
    assert answer(requested, LENA, _noon(date(2026, 12, 30)), "de").rule == "payout_overdue"


def test_the_day_after_the_expected_date_asks_for_one_more_day() -> None:
    sent = payout(PayoutState.IN_TRANSIT, expected_on=date(2026, 11, 25))

    told = answer(sent, LENA, _noon(date(2026, 11, 26)), "en")

    assert (told.response, told.rule) == ("utter_payout_in_transit_due", None)
    assert told.values["expected"] == "Wednesday, 25 November"
    assert told.values["person_from"] == "Friday, 27 November"


def test_a_payout_booked_weeks_ago_is_history_unless_it_is_missed() -> None:
    paid = payout(PayoutState.PAID)
    weeks_later = MONDAY + DAY * 30

    assert answer(paid, LENA, weeks_later, "en").response == "utter_payout_paid_settled"
    assert answer(paid, LENA, weeks_later, "en").rule is None
    assert answer(paid, LENA, weeks_later, "en", asks_why=True).rule == "payout_overdue"


def test_why_a_review_takes_place_is_for_a_person_to_say() -> None:
    review = payout(PayoutState.UNDER_REVIEW, Reason.RISK)

    told = answer(review, LENA, MONDAY, "en", asks_why=True)

    assert (told.response, told.rule) == ("utter_payout_under_review_why", "payout_review_asked")
    assert answer(review, LENA, MONDAY, "en").rule is None


@pytest.mark.parametrize("reason", [*sorted(INTERNAL), "review"])
def test_a_hold_that_only_people_can_lift_needs_a_person(reason: str) -> None:
    told = answer(payout(PayoutState.ON_HOLD, reason), LENA, MONDAY, "en")

    assert (told.response, told.rule) == ("utter_payout_on_hold_review", "payout_risk_hold")


def test_a_hold_that_the_customer_can_lift_needs_nobody() -> None:
    told = answer(payout(PayoutState.ON_HOLD, Reason.KYC_REQUIRED), LENA, MONDAY, "en")

    assert (told.response, told.rule) == ("utter_payout_on_hold_kyc_required", None)
    assert told.article == "identity-check-steps"


@pytest.mark.parametrize("state", ["on_hold", "failed", "returned"])
@pytest.mark.parametrize("reason", [None, "something_new", "by_user"])
def test_a_stop_without_a_known_reason_needs_a_person(state: str, reason: str | None) -> None:
    told = answer(payout(PayoutState(state), reason), LENA, MONDAY, "en")

    assert (told.response, told.rule) == (f"utter_payout_{state}", "payout_unknown_reason")


def test_a_second_return_needs_a_person() -> None:
    twice = stepped(
        ("returned", "account_closed"), ("in_transit", None), ("returned", "account_closed")
    )

    told = answer(twice, LENA, MONDAY, "en")

    assert told.rule == "payout_second_return"
    assert told.response == "utter_payout_returned_account_closed"
    assert told.preface == "utter_payout_returned_again"
    assert told.values["earlier_on"] == "Saturday, 21 November"


def test_a_return_that_was_only_reported_twice_is_one() -> None:
    once = stepped(
        ("in_transit", None), ("returned", "account_closed"), ("returned", "account_closed")
    )

    told = answer(once, LENA, MONDAY, "en")

    assert (told.rule, told.preface) == (None, None)


def test_a_bank_that_declines_gets_one_retry() -> None:
    once = stepped(("processing", None), ("failed", "bank_declined"))
    twice = stepped(("failed", "bank_declined"), ("processing", None), ("failed", "bank_declined"))

    assert answer(once, LENA, MONDAY, "en").rule is None
    assert answer(twice, LENA, MONDAY, "en").rule == "payout_second_return"


@pytest.mark.parametrize(
    ("before", "after", "preface"),
    [
        ("in_transit", "processing", "utter_payout_again_processing"),
        ("paid", "failed", "utter_payout_paid_then_failed"),
        ("paid", "returned", "utter_payout_paid_then_returned"),
        ("processing", "failed", None),
        ("processing", "in_transit", None),
    ],
)
def test_a_step_backwards_is_explained_first(before: str, after: str, preface: str | None) -> None:
    told = answer(stepped((before, None), (after, "account_closed")), LENA, MONDAY, "de")

    assert told.preface == preface
    assert told.values.get("earlier_on") == ("Sonntag, 22. November" if preface else None)


def test_every_preface_finds_its_values() -> None:
    told = answer(stepped(("paid", None), ("returned", "limit")), LENA, MONDAY, "en")

    for preface in PREFACES:
        assert set(VALUES[preface]) <= set(told.values)


@pytest.mark.parametrize(
    ("reason", "asks_why", "rule"),
    [
        ("by_user", False, None),
        ("by_platform", False, None),
        ("expired", True, None),
        ("by_platform", True, "payout_disputed"),
        ("dispute", False, "payout_disputed"),
        ("risk", False, "payout_risk_hold"),
        (None, False, None),
    ],
)
def test_a_disputed_cancellation_needs_a_person(
    reason: str | None, asks_why: bool, rule: str | None
) -> None:
    told = answer(payout(PayoutState.CANCELED, reason), LENA, MONDAY, "en", asks_why=asks_why)

    assert told.rule == rule


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

    told = if_late(sent, LENA, _noon(date(2026, 11, 30)), "de")

    assert (told.response, told.rule) == ("utter_payout_if_late_now", "payout_overdue")


def test_if_late_says_when_nothing_is_on_its_way() -> None:
    told = if_late(payout(PayoutState.FAILED, Reason.LIMIT), LENA, MONDAY, "de")

    assert told.response == "utter_payout_if_late_stopped"


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
