"""What the book tells about a customer: values, never rows."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One state a payout was in. The reason is internal."""

    state: PayoutState
    reason: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Payout:
    """A payout as of its latest event; `reason` is for agents, `public_reason` for its owner."""

    reference: str
    state: PayoutState
    reason: str | None
    public_reason: Reason | None
    amount: Decimal
    currency: str
    method: str | None
    holder: str | None
    since: datetime
    expected_on: date | None
    history: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A part of a project that is paid for on its own."""

    id: str
    project: str
    title: str
    client: str | None
    freelancer: str | None
    state: MilestoneState
    reason: str | None
    amount: Decimal
    currency: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Earning:
    """Money of a freelancer between a release and a payout."""

    id: str
    milestone: str | None
    state: EarningState
    amount: Decimal
    currency: str
    available_on: date | None
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Who a customer is, and the gates a payout to them passes."""

    sub: str
    name: str
    kind: CustomerKind
    segment: str | None
    since: date
    time_zone: str
    language: str
    identity: IdentityState | None = None
    identity_reason: IdentityReason | None = None
    identity_since: datetime | None = None
    tax: TaxState | None = None
    tax_since: datetime | None = None
    method: MethodState | None = None
    method_kind: str | None = None
    method_holder: str | None = None
    method_since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something of a customer's came into another state. The reason is internal."""

    id: str
    topic: str
    """payout, milestone, identity, tax or method."""
    subject: str
    title: str | None
    state: str
    reason: str | None
    amount: Decimal | None
    currency: str | None
    at: datetime
