"""Who has to wait longer, and by which rule a person is needed."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from payouts.answers import VALUES, answer
from payouts.responses import PREFACES
from payouts.states import INTERNAL, PayoutState, Reason
from tests.payouts.examples import LENA, MONDAY, noon, payout, stepped

DAY = timedelta(days=1)


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

    patient = answer(waiting, LENA, noon(last_patient), "en")
    late = answer(waiting, LENA, noon(first_late), "en")

    assert patient.rule is None
    assert (late.rule, late.response) == ("payout_overdue", f"utter_payout_{state}_late")


def test_waiting_over_christmas_counts_business_days_only() -> None:
    requested = payout(PayoutState.REQUESTED, since=datetime(2026, 12, 24, 9, tzinfo=UTC))

    assert answer(requested, LENA, noon(date(2026, 12, 29)), "de").rule is None
    assert answer(requested, LENA, noon(date(2026, 12, 30)), "de").rule == "payout_overdue"


def test_the_day_after_the_expected_date_asks_for_one_more_day() -> None:
    sent = payout(PayoutState.IN_TRANSIT, expected_on=date(2026, 11, 25))

    told = answer(sent, LENA, noon(date(2026, 11, 26)), "en")

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
