"""The state machines of a payout and of what surrounds it, and the reasons given for a state."""

from enum import StrEnum


class PayoutState(StrEnum):
    """Where a payout is."""

    REQUESTED = "requested"
    UNDER_REVIEW = "under_review"
    ON_HOLD = "on_hold"
    PROCESSING = "processing"
    IN_TRANSIT = "in_transit"
    PAID = "paid"
    RETURNED = "returned"
    FAILED = "failed"
    CANCELED = "canceled"


class Reason(StrEnum):
    """Why a payout is in its state; platforms may send others, which then count as unknown."""

    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_INVALID = "account_invalid"
    CURRENCY = "currency"
    ACCOUNT_FROZEN = "account_frozen"
    NAME_MISMATCH = "name_mismatch"
    ACCOUNT_RESTRICTED = "account_restricted"
    BANK_DECLINED = "bank_declined"
    LIMIT = "limit"
    KYC_REQUIRED = "kyc_required"
    TAX_INFO_MISSING = "tax_info_missing"
    METHOD_COOLING = "method_cooling"
    CLIENT_UNPAID = "client_unpaid"
    DISPUTE = "dispute"
    PAUSED = "paused"
    REVIEW = "review"
    PLATFORM_FUNDS = "platform_funds"
    RISK = "risk"
    LEGAL = "legal"
    BY_USER = "by_user"
    BY_PLATFORM = "by_platform"
    EXPIRED = "expired"


INTERNAL = frozenset({Reason.PLATFORM_FUNDS, Reason.RISK, Reason.LEGAL})
"""Reasons a customer never learns: to them each of these is a review like any other."""

PUBLIC = frozenset(Reason) - INTERNAL


def public_reason(reason: str | None) -> Reason | None:
    """Say what a customer may know of a reason; one we do not know might be internal."""
    if reason in INTERNAL:
        return Reason.REVIEW
    return Reason(reason) if reason in PUBLIC else None


class MilestoneState(StrEnum):
    """Where a milestone is between agreement and release."""

    UNFUNDED = "unfunded"
    FUNDED = "funded"
    IN_PROGRESS = "in_progress"
    SUBMITTED = "submitted"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    AUTO_APPROVED = "auto_approved"
    RELEASED = "released"
    DISPUTED = "disputed"
    REFUNDED = "refunded"
    CANCELLED = "cancelled"


class EarningState(StrEnum):
    """Where the money of a released milestone is."""

    PENDING_CLEARANCE = "pending_clearance"
    AVAILABLE = "available"
    RESERVED = "reserved"
    PAID_OUT = "paid_out"
    HELD = "held"
    REVERSED = "reversed"


class IdentityState(StrEnum):
    """The identity check."""

    NONE = "none"
    PENDING = "pending"
    VERIFIED = "verified"
    REJECTED = "rejected"
    EXPIRED = "expired"


class IdentityReason(StrEnum):
    """Why an identity check was rejected."""

    UNREADABLE = "unreadable"
    DOCUMENT_EXPIRED = "document_expired"
    DOCUMENT_UNSUPPORTED = "document_unsupported"
    NAME_MISMATCH = "name_mismatch"


class TaxState(StrEnum):
    """Whether the tax data that DAC7 asks for are there."""

    OK = "ok"
    MISSING = "missing"
    OVERDUE = "overdue"


class MethodState(StrEnum):
    """Whether the payout method can be paid to."""

    COOLING = "cooling"
    ACTIVE = "active"
    ERRORED = "errored"
    NAME_MISMATCH = "name_mismatch"


class Method(StrEnum):
    """How money travels; a platform may send others."""

    SEPA = "sepa"
    SEPA_INSTANT = "sepa_instant"
    ACH = "ach"
    WIRE = "wire"
    LOCAL_BANK = "local_bank"
    PAYPAL = "paypal"
    CARD = "card"


class CustomerKind(StrEnum):
    """Which side of a project a customer is on."""

    FREELANCER = "freelancer"
    CLIENT = "client"
