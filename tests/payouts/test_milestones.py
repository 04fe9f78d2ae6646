"""Every state of a milestone and of an earning has an answer for the side that asks."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from payouts.answers import RESPONSES, VALUES, earning_answer, milestone_answer
from payouts.states import CustomerKind, EarningState, MilestoneState
from payouts.values import Earning, Milestone
from tests.payouts.examples import LENA, MONDAY

DAY = timedelta(days=1)
HELEN = replace(LENA, sub="helen", name="Helen Ward", kind=CustomerKind.CLIENT)
LANDING_PAGE = Milestone(
    id="ms_1",
    project="PR-2204",
    title="Landing page",
    client="helen",
    freelancer="lena",
    state=MilestoneState.SUBMITTED,
    reason=None,
    amount=Decimal("1500.00"),
    currency="USD",
    since=MONDAY,
)
EARNED = Earning(
    id="ea_1",
    milestone="ms_1",
    state=EarningState.PENDING_CLEARANCE,
    amount=Decimal("1350.00"),
    currency="USD",
    available_on=None,
    since=MONDAY,
)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("state", list(MilestoneState))
def test_every_state_has_an_answer_for_both_sides(state: MilestoneState, language: str) -> None:
    milestone = replace(LANDING_PAGE, state=state)
    for asker in (LENA, HELEN):
        told = milestone_answer(milestone, asker, MONDAY, language)

        assert told.response == f"utter_milestone_{state}_{asker.kind}"
        assert told.response in RESPONSES
        assert set(told.values) == set(VALUES[told.response])
        assert all(told.values.values())
        assert told.article


def test_a_submitted_milestone_says_when_it_is_released_by_itself() -> None:
    told = milestone_answer(LANDING_PAGE, HELEN, MONDAY + DAY * 3, "en")

    assert told.values == {
        "project": "PR-2204",
        "title": "Landing page",
        "amount": "$1,500.00",
        "since": "Monday, 23 November",
        "release_on": "Monday, 7 December",
    }


def test_a_release_that_is_due_is_not_promised_for_the_past() -> None:
    told = milestone_answer(LANDING_PAGE, HELEN, MONDAY + DAY * 20, "en")

    assert told.values["release_on"] == "Sunday, 13 December"


def test_a_released_milestone_says_when_its_money_is_available() -> None:
    released = replace(LANDING_PAGE, state=MilestoneState.RELEASED)

    told = milestone_answer(released, LENA, MONDAY, "de")

    assert told.values["available_on"] == "Samstag, 28. November"


def test_somebody_who_is_both_kinds_is_answered_as_the_one_who_pays() -> None:
    own = replace(LANDING_PAGE, client="lena", freelancer="murat")

    assert milestone_answer(own, LENA, MONDAY, "en").response == "utter_milestone_submitted_client"


def test_a_freelancer_who_withdrew_has_words_of_its_own() -> None:
    withdrawn = replace(LANDING_PAGE, state=MilestoneState.CANCELLED, reason="freelancer_withdrew")

    told = milestone_answer(withdrawn, HELEN, MONDAY, "en")

    assert told.response == "utter_milestone_cancelled_client_freelancer_withdrew"
    assert set(told.values) == set(VALUES[told.response])


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("state", list(EarningState))
def test_every_state_of_an_earning_has_an_answer(state: EarningState, language: str) -> None:
    told = earning_answer(replace(EARNED, state=state), LENA, MONDAY, language)

    assert told.response == f"utter_earning_{state}"
    assert set(told.values) == set(VALUES[told.response])


def test_earned_money_clears_after_five_days_or_when_the_platform_says() -> None:
    dated = replace(EARNED, available_on=date(2026, 12, 4))

    usual = earning_answer(EARNED, LENA, MONDAY, "en")
    told = earning_answer(dated, LENA, MONDAY, "en")

    assert usual.values["available_on"] == "Saturday, 28 November"
    assert told.values["available_on"] == "Friday, 4 December"
