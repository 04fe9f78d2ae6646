"""What a customer can do is named with each answer, and nothing where only people can help."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from payouts.acts import Act, of_earning
from payouts.answers import answer, gate_answer, milestone_answer
from payouts.gates import Gate
from payouts.reasons import WORDED
from payouts.states import (
    CustomerKind,
    EarningState,
    IdentityState,
    MethodState,
    MilestoneState,
    PayoutState,
    Reason,
    TaxState,
)
from tests.payouts.examples import LENA, MONDAY, payout, stepped
from tests.payouts.test_milestones import HELEN, LANDING_PAGE

ON_HOLD, RETURNED, FAILED, CANCELED = (
    PayoutState.ON_HOLD,
    PayoutState.RETURNED,
    PayoutState.FAILED,
    PayoutState.CANCELED,
)
BY_PEOPLE = {Reason.REVIEW, Reason.PLATFORM_FUNDS, Reason.RISK, Reason.LEGAL}
# Waiting, or trying again, is all that is to be done.
NOTHING_TO_DO = {(ON_HOLD, Reason.METHOD_COOLING), (ON_HOLD, Reason.BANK_DECLINED)}
WITH_REASON = [
    (state, reason)
    for state, reasons in WORDED.items()
    for reason in sorted(reasons - BY_PEOPLE)
    if (state, reason) not in NOTHING_TO_DO
]


def acts(state: PayoutState, reason: Reason | None) -> tuple[Act, ...]:
    return answer(payout(state, reason), LENA, MONDAY, "en").acts


@pytest.mark.parametrize(("state", "reason"), WITH_REASON)
def test_every_reason_with_a_step_for_the_customer_names_it(
    state: PayoutState, reason: Reason
) -> None:
    assert acts(state, reason)


@pytest.mark.parametrize("state", list(PayoutState))
@pytest.mark.parametrize("reason", sorted(BY_PEOPLE))
def test_what_only_people_can_decide_names_nothing(state: PayoutState, reason: Reason) -> None:
    assert acts(state, reason) == ()


@pytest.mark.parametrize(("state", "reason"), sorted(NOTHING_TO_DO))
def test_where_only_waiting_helps_nothing_is_named(state: PayoutState, reason: Reason) -> None:
    assert acts(state, reason) == ()


@pytest.mark.parametrize("state", [s for s in PayoutState if s is not CANCELED])
def test_without_a_known_reason_nothing_is_named(state: PayoutState) -> None:
    assert acts(state, None) == ()


@pytest.mark.parametrize(
    ("state", "reason", "named"),
    [
        (ON_HOLD, Reason.KYC_REQUIRED, (Act.FINISH_IDENTITY_CHECK,)),
        (ON_HOLD, Reason.TAX_INFO_MISSING, (Act.ENTER_TAX_DATA,)),
        (ON_HOLD, Reason.ACCOUNT_CLOSED, (Act.ADD_ACCOUNT,)),
        (ON_HOLD, Reason.NAME_MISMATCH, (Act.ADD_ACCOUNT, Act.FINISH_IDENTITY_CHECK)),
        (ON_HOLD, Reason.DISPUTE, (Act.OPEN_DISPUTE_CASE,)),
        (ON_HOLD, Reason.PAUSED, (Act.RESUME_PAYOUTS,)),
        (ON_HOLD, Reason.CLIENT_UNPAID, (Act.OPEN_PROJECTS,)),
        (RETURNED, Reason.ACCOUNT_INVALID, (Act.CORRECT_ACCOUNT, Act.REQUEST_PAYOUT)),
        (FAILED, Reason.BANK_DECLINED, (Act.REQUEST_PAYOUT,)),
        (CANCELED, Reason.EXPIRED, (Act.REQUEST_PAYOUT,)),
        (CANCELED, None, (Act.REQUEST_PAYOUT,)),
        (CANCELED, Reason.DISPUTE, (Act.OPEN_DISPUTE_CASE,)),
    ],
)
def test_the_step_comes_before_asking_again(
    state: PayoutState, reason: Reason | None, named: tuple[Act, ...]
) -> None:
    assert acts(state, reason) == named


def test_after_a_second_return_asking_again_is_left_to_people() -> None:
    closed = ("returned", "account_closed")
    twice = stepped(closed, ("in_transit", None), closed)

    told = answer(twice, LENA, MONDAY, "en")

    assert told.rule == "payout_second_return"
    assert told.acts == (Act.ADD_ACCOUNT,)


@pytest.mark.parametrize(
    ("gate", "fields", "named"),
    [
        *((Gate.IDENTITY, {"identity": it}, Act.FINISH_IDENTITY_CHECK) for it in IdentityState),
        *((Gate.TAX, {"tax": it}, Act.ENTER_TAX_DATA) for it in TaxState),
        (Gate.METHOD, {"method": MethodState.ACTIVE}, Act.CORRECT_ACCOUNT),
        (Gate.METHOD, {"method": MethodState.ERRORED}, Act.CORRECT_ACCOUNT),
        (Gate.METHOD, {"method": MethodState.NAME_MISMATCH}, Act.ADD_ACCOUNT),
        (Gate.METHOD, {"method": MethodState.COOLING}, None),
    ],
)
def test_a_gate_that_is_not_open_names_its_page(
    gate: Gate, fields: dict[str, Any], named: Act | None
) -> None:
    open_ = {IdentityState.VERIFIED, IdentityState.PENDING, TaxState.OK}
    passed = not open_.isdisjoint(fields.values())
    since: dict[str, Any] = {f"{gate}_since": MONDAY}
    standing = replace(LENA, **fields, **since)

    told = gate_answer(standing, gate, MONDAY, "en")

    assert told.acts == (() if passed or named is None else (named,))


def test_a_check_that_takes_too_long_may_wait_for_the_customer() -> None:
    pending = replace(LENA, identity=IdentityState.PENDING, identity_since=MONDAY)

    told = gate_answer(pending, Gate.IDENTITY, MONDAY + timedelta(days=7), "en")

    assert told.acts == (Act.FINISH_IDENTITY_CHECK,)


@pytest.mark.parametrize(
    ("gate", "named"),
    [
        (Gate.IDENTITY, Act.FINISH_IDENTITY_CHECK),
        (Gate.TAX, Act.ENTER_TAX_DATA),
        (Gate.METHOD, Act.ADD_ACCOUNT),
    ],
)
def test_a_gate_nobody_told_of_is_looked_up_on_its_page(gate: Gate, named: Act) -> None:
    assert gate_answer(None, gate, MONDAY, "en").acts == (named,)


CLIENT, FREELANCER = CustomerKind.CLIENT, CustomerKind.FREELANCER


@pytest.mark.parametrize(
    ("state", "side", "named"),
    [
        (MilestoneState.UNFUNDED, CLIENT, (Act.FUND_MILESTONE,)),
        (MilestoneState.UNFUNDED, FREELANCER, (Act.OPEN_PROJECT,)),
        (MilestoneState.SUBMITTED, CLIENT, (Act.APPROVE_MILESTONE, Act.REQUEST_CHANGES)),
        (MilestoneState.SUBMITTED, FREELANCER, ()),
        (MilestoneState.CHANGES_REQUESTED, FREELANCER, (Act.OPEN_PROJECT,)),
        (MilestoneState.DISPUTED, CLIENT, (Act.OPEN_DISPUTE_CASE,)),
        (MilestoneState.DISPUTED, FREELANCER, (Act.OPEN_DISPUTE_CASE,)),
        (MilestoneState.RELEASED, CLIENT, ()),
    ],
)
def test_each_side_of_a_milestone_has_its_own_acts(
    state: MilestoneState, side: CustomerKind, named: tuple[Act, ...]
) -> None:
    asking = HELEN if side is CLIENT else LENA

    told = milestone_answer(replace(LANDING_PAGE, state=state), asking, MONDAY, "en")

    assert told.acts == named


@pytest.mark.parametrize("state", list(EarningState))
def test_only_available_money_can_be_requested(state: EarningState) -> None:
    expected = (Act.REQUEST_PAYOUT,) if state is EarningState.AVAILABLE else ()

    assert of_earning(state) == expected
