"""What a customer can do on the platform about what an answer tells, by the name of the act."""

from collections.abc import Mapping
from enum import StrEnum

from payouts.reasons import ACCOUNT
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


class Act(StrEnum):
    """Something to do on a page of the platform."""

    FINISH_IDENTITY_CHECK = "finish_identity_check"
    ADD_ACCOUNT = "add_account"
    CORRECT_ACCOUNT = "correct_account"
    ENTER_TAX_DATA = "enter_tax_data"
    REQUEST_PAYOUT = "request_payout"
    RESUME_PAYOUTS = "resume_payouts"
    FUND_MILESTONE = "fund_milestone"
    APPROVE_MILESTONE = "approve_milestone"
    REQUEST_CHANGES = "request_changes"
    OPEN_PROJECT = "open_project"
    OPEN_PROJECTS = "open_projects"
    OPEN_DISPUTE_CASE = "open_dispute_case"
    SEE_INVOICES = "see_invoices"
    SECURITY_SETTINGS = "security_settings"


_IDENTITY, _TAX = (Act.FINISH_IDENTITY_CHECK,), (Act.ENTER_TAX_DATA,)
_CASE, _PROJECT = (Act.OPEN_DISPUTE_CASE,), (Act.OPEN_PROJECT,)

# Where the bank alone can say what is wrong, the fix is to try once more.
_FIXES: Mapping[Reason, tuple[Act, ...]] = {
    **dict.fromkeys(ACCOUNT, (Act.ADD_ACCOUNT,)),
    Reason.ACCOUNT_INVALID: (Act.CORRECT_ACCOUNT,),
    Reason.NAME_MISMATCH: (Act.ADD_ACCOUNT, Act.FINISH_IDENTITY_CHECK),
    Reason.BANK_DECLINED: (),
    Reason.KYC_REQUIRED: _IDENTITY,
    Reason.TAX_INFO_MISSING: _TAX,
    Reason.CLIENT_UNPAID: (Act.OPEN_PROJECTS,),
    Reason.DISPUTE: _CASE,
    Reason.PAUSED: (Act.RESUME_PAYOUTS,),
}
_FREED = frozenset({PayoutState.RETURNED, PayoutState.FAILED, PayoutState.CANCELED})
"""The money is in the balance again; the payout does not start by itself."""

_KEPT_BACK = frozenset({Reason.DISPUTE, Reason.REVIEW})
"""These are decided by people; asking for the money again would change nothing."""

_OF_GATE: Mapping[IdentityState | TaxState | MethodState, tuple[Act, ...]] = {
    IdentityState.NONE: _IDENTITY,
    IdentityState.REJECTED: _IDENTITY,
    IdentityState.EXPIRED: _IDENTITY,
    TaxState.MISSING: _TAX,
    TaxState.OVERDUE: _TAX,
    MethodState.ACTIVE: (Act.CORRECT_ACCOUNT,),
    MethodState.ERRORED: (Act.CORRECT_ACCOUNT,),
    MethodState.NAME_MISMATCH: (Act.ADD_ACCOUNT,),
}

_FREELANCER, _CLIENT = CustomerKind.FREELANCER, CustomerKind.CLIENT
_OF_MILESTONE: Mapping[tuple[MilestoneState, CustomerKind], tuple[Act, ...]] = {
    (MilestoneState.UNFUNDED, _FREELANCER): _PROJECT,
    (MilestoneState.UNFUNDED, _CLIENT): (Act.FUND_MILESTONE,),
    (MilestoneState.IN_PROGRESS, _FREELANCER): _PROJECT,
    (MilestoneState.SUBMITTED, _CLIENT): (Act.APPROVE_MILESTONE, Act.REQUEST_CHANGES),
    (MilestoneState.CHANGES_REQUESTED, _FREELANCER): _PROJECT,
    (MilestoneState.AUTO_APPROVED, _CLIENT): _PROJECT,
    (MilestoneState.DISPUTED, _FREELANCER): _CASE,
    (MilestoneState.DISPUTED, _CLIENT): _CASE,
    (MilestoneState.CANCELLED, _CLIENT): _PROJECT,
}


def of_payout(state: PayoutState, reason: Reason | None, *, again: bool) -> tuple[Act, ...]:
    """What frees a payout in this state for this reason; `again` where a second try may help.

    Without a reason nobody knows what would help, except that a cancelled one can be had anew.
    """
    known = reason is not None or state is PayoutState.CANCELED
    anew = known and again and state in _FREED and reason not in _KEPT_BACK
    fixes = _FIXES.get(reason, ()) if reason else ()
    return (*fixes, Act.REQUEST_PAYOUT) if anew else fixes


def of_gate(
    state: IdentityState | TaxState | MethodState, *, late: bool = False
) -> tuple[Act, ...]:
    """What opens a gate; a check that takes too long may be waiting for the customer."""
    return _IDENTITY if state is IdentityState.PENDING and late else _OF_GATE.get(state, ())


def of_milestone(state: MilestoneState, kind: CustomerKind) -> tuple[Act, ...]:
    """What this side of a project can do about a milestone."""
    return _OF_MILESTONE.get((state, kind), ())


def of_earning(state: EarningState) -> tuple[Act, ...]:
    """What can be done with earned money."""
    return (Act.REQUEST_PAYOUT,) if state is EarningState.AVAILABLE else ()
