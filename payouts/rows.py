"""Turns rows into values."""

from payouts.states import (
    CustomerKind,
    EarningState,
    IdentityReason,
    IdentityState,
    MethodState,
    MilestoneState,
    PayoutState,
    Reason,
    TaxState,
)
from payouts.tables import CustomerRow, EarningRow, MilestoneRow, PayoutRow
from payouts.values import Earning, Milestone, Payout, Profile, Step


def payout(row: PayoutRow, history: tuple[Step, ...]) -> Payout:
    """A payout with the steps it came by."""
    return Payout(
        reference=row.reference,
        state=PayoutState(row.state),
        reason=row.reason,
        public_reason=Reason(row.public_reason) if row.public_reason else None,
        amount=row.amount,
        currency=row.currency,
        method=row.method,
        holder=row.account_holder,
        since=row.since,
        expected_on=row.expected_on,
        history=history,
    )


def milestone(row: MilestoneRow) -> Milestone:
    """A milestone."""
    return Milestone(
        id=row.milestone,
        project=row.project,
        title=row.title,
        client=row.client,
        freelancer=row.freelancer,
        state=MilestoneState(row.state),
        reason=row.reason,
        amount=row.amount,
        currency=row.currency,
        since=row.since,
    )


def earning(row: EarningRow) -> Earning:
    """An earning."""
    return Earning(
        id=row.earning,
        milestone=row.milestone,
        state=EarningState(row.state),
        amount=row.amount,
        currency=row.currency,
        available_on=row.available_on,
        since=row.since,
    )


def profile(row: CustomerRow) -> Profile | None:
    """A profile; None while only gates are known."""
    told = (row.name, row.kind, row.joined_on, row.time_zone, row.language)
    name, kind, joined_on, time_zone, language = told
    if not (name and kind and joined_on and time_zone and language):
        return None
    return Profile(
        sub=row.sub,
        name=name,
        kind=CustomerKind(kind),
        segment=row.segment,
        since=joined_on,
        time_zone=time_zone,
        language=language,
        identity=IdentityState(row.identity) if row.identity else None,
        identity_reason=IdentityReason(row.identity_reason) if row.identity_reason else None,
        identity_since=row.identity_since,
        tax=TaxState(row.tax) if row.tax else None,
        tax_since=row.tax_since,
        method=MethodState(row.method) if row.method else None,
        method_kind=row.method_kind,
        method_holder=row.method_holder,
        method_since=row.method_since,
    )
