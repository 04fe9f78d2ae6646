"""Which reasons have words of their own in which state, and the help page for each."""

from collections.abc import Mapping

from payouts.states import PayoutState, Reason

ACCOUNT = frozenset(
    {
        Reason.ACCOUNT_CLOSED,
        Reason.ACCOUNT_INVALID,
        Reason.CURRENCY,
        Reason.ACCOUNT_FROZEN,
        Reason.NAME_MISMATCH,
        Reason.ACCOUNT_RESTRICTED,
        Reason.BANK_DECLINED,
        Reason.LIMIT,
    }
)
"""Reasons that lie with the account the money goes to."""

GATES = frozenset({Reason.KYC_REQUIRED, Reason.TAX_INFO_MISSING})

WORDED: Mapping[PayoutState, frozenset[Reason]] = {
    PayoutState.ON_HOLD: ACCOUNT
    | GATES
    | {
        Reason.METHOD_COOLING,
        Reason.CLIENT_UNPAID,
        Reason.DISPUTE,
        Reason.PAUSED,
        Reason.REVIEW,
    },
    PayoutState.RETURNED: ACCOUNT | {Reason.REVIEW},
    PayoutState.FAILED: ACCOUNT | GATES | {Reason.REVIEW},
    PayoutState.CANCELED: frozenset(
        {Reason.BY_USER, Reason.BY_PLATFORM, Reason.EXPIRED, Reason.DISPUTE, Reason.REVIEW}
    ),
}

ARTICLES: Mapping[Reason | PayoutState, str] = {
    PayoutState.REQUESTED: "payout-holidays-cutoff",
    PayoutState.UNDER_REVIEW: "payout-on-hold",
    PayoutState.ON_HOLD: "payout-on-hold",
    PayoutState.PROCESSING: "payout-schedule",
    PayoutState.IN_TRANSIT: "payout-schedule",
    PayoutState.PAID: "payout-schedule",
    PayoutState.RETURNED: "payout-failed",
    PayoutState.FAILED: "payout-failed",
    PayoutState.CANCELED: "payout-schedule",
    Reason.ACCOUNT_CLOSED: "change-bank-account",
    Reason.ACCOUNT_INVALID: "change-bank-account",
    Reason.ACCOUNT_RESTRICTED: "change-bank-account",
    Reason.METHOD_COOLING: "change-bank-account",
    Reason.CURRENCY: "currency-conversion",
    Reason.NAME_MISMATCH: "name-mismatch",
    Reason.KYC_REQUIRED: "identity-check-steps",
    Reason.TAX_INFO_MISSING: "tax-data",
    Reason.CLIENT_UNPAID: "milestone-unfunded",
    Reason.DISPUTE: "dispute-process",
}


def worded(state: PayoutState, reason: Reason | None) -> Reason | None:
    """The reason, if it explains this state; otherwise the state has to speak for itself."""
    return reason if reason in WORDED.get(state, frozenset()) else None


def article(state: PayoutState, reason: Reason | None) -> str:
    """The help page for a reason, or else for the state."""
    return ARTICLES.get(reason or state, ARTICLES[state])
