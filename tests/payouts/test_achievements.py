"""Which steps of guides the platform's facts make done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from payouts.achievements import Achievement, achieved
from payouts.states import (
    CustomerKind,
    IdentityState,
    MethodState,
    MilestoneState,
    PayoutState,
    Reason,
    TaxState,
)
from payouts.values import Milestone, Profile
from tests.payouts.examples import payout

NEW = Profile(
    sub="lena",
    name="Lena Brandt",
    kind=CustomerKind.FREELANCER,
    segment=None,
    since=date(2026, 1, 1),
    time_zone="Europe/Berlin",
    language="de",
)


def milestones(*states: MilestoneState) -> Sequence[Milestone]:
    """Oldest first."""
    return [
        Milestone(
            id=f"M-{n}",
            project="PR-1",
            title="Landing page",
            client="helen",
            freelancer="lena",
            state=state,
            reason=None,
            amount=Decimal(100),
            currency="EUR",
            since=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=n),
        )
        for n, state in enumerate(states)
    ]


def test_of_somebody_unknown_nothing_is_achieved() -> None:
    assert achieved(None, ()) == frozenset()
    assert achieved(NEW, ()) == frozenset()


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (replace(NEW, identity=IdentityState.NONE), set()),
        (replace(NEW, identity=IdentityState.PENDING), {Achievement.IDENTITY_SUBMITTED}),
        (
            replace(NEW, identity=IdentityState.VERIFIED),
            {Achievement.IDENTITY_SUBMITTED, Achievement.IDENTITY_VERIFIED},
        ),
        (replace(NEW, identity=IdentityState.REJECTED), set()),
        (replace(NEW, identity=IdentityState.EXPIRED), set()),
        (replace(NEW, tax=TaxState.OK), {Achievement.TAX_COMPLETE}),
        (replace(NEW, tax=TaxState.OVERDUE), set()),
        (replace(NEW, method=MethodState.COOLING), {Achievement.METHOD_ADDED}),
        (replace(NEW, method=MethodState.ACTIVE), {Achievement.METHOD_ADDED}),
        (replace(NEW, method=MethodState.NAME_MISMATCH), set()),
    ],
)
def test_a_gate_that_is_passed_ticks_its_step(profile: Profile, expected: set[Achievement]) -> None:
    assert achieved(profile, ()) == expected


@pytest.mark.parametrize("state", list(MilestoneState))
def test_a_milestone_ticks_the_steps_up_to_its_state(state: MilestoneState) -> None:
    way = {
        MilestoneState.UNFUNDED: 1,
        MilestoneState.FUNDED: 2,
        MilestoneState.IN_PROGRESS: 2,
        MilestoneState.SUBMITTED: 3,
        MilestoneState.CHANGES_REQUESTED: 3,
        MilestoneState.DISPUTED: 3,
        MilestoneState.APPROVED: 4,
        MilestoneState.AUTO_APPROVED: 4,
        MilestoneState.RELEASED: 4,
    }.get(state, 0)
    steps = (
        Achievement.MILESTONE_AGREED,
        Achievement.MILESTONE_FUNDED,
        Achievement.MILESTONE_SUBMITTED,
        Achievement.MILESTONE_APPROVED,
    )

    found = achieved(None, milestones(state))

    assert found - {Achievement.FIRST_MILESTONE_FUNDED} == set(steps[:way])
    assert (Achievement.FIRST_MILESTONE_FUNDED in found) == (way > 1)


def test_the_latest_milestone_counts_and_the_first_funded_one_stays_achieved() -> None:
    found = achieved(None, milestones(MilestoneState.RELEASED, MilestoneState.UNFUNDED)[::-1])

    assert found == {Achievement.MILESTONE_AGREED, Achievement.FIRST_MILESTONE_FUNDED}


def test_who_still_owes_a_document_has_not_handed_in_everything() -> None:
    pending = replace(NEW, identity=IdentityState.PENDING)
    held = payout(PayoutState.ON_HOLD, public_reason=Reason.KYC_REQUIRED)

    assert achieved(pending, (), [held]) == frozenset()
    assert achieved(pending, (), [replace(held, state=PayoutState.REQUESTED)])
