"""What an answer about a payout is, and the names and values the domain's words build on."""

from dataclasses import dataclass, field

from payouts.acts import Act
from payouts.reasons import WORDED
from payouts.states import PayoutState, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Facts for one reply. The words are the domain's: `preface` first where there is one.

    `rule` names the rule by which a person is needed; `article` is the slug of the help page that
    explains more; `acts` are what the customer can do about it on the platform; `card` is the
    payout as the customer's chat shows it.
    """

    response: str
    values: dict[str, str]
    rule: str | None = None
    card: dict[str, object] = field(default_factory=dict)
    preface: str | None = None
    article: str | None = None
    acts: tuple[Act, ...] = ()


COMMON = ("reference", "amount", "method", "since")

# Values beside the common ones, by the last part of the response's name.
_EXTRA: dict[str, tuple[str, ...]] = {
    "requested": ("next_on", "expected"),
    "requested_late": (),
    "under_review": ("next_on",),
    "under_review_late": (),
    "under_review_why": (),
    "on_hold": (),
    "processing": ("expected",),
    "processing_late": (),
    "in_transit": ("expected",),
    "in_transit_due": ("expected", "person_from"),
    "in_transit_late": ("expected",),
    "paid": ("person_from",),
    "paid_late": (),
    "paid_settled": (),
    "returned": ("balance_by",),
    "failed": ("balance_by",),
    "canceled": (),
    "if_late": ("person_from",),
    "if_late_now": (),
    "if_late_stopped": (),
    "cancellable": (),
    "not_cancellable": (),
    "trace": ("person_from",),
    "trace_now": (),
    "put_right_account": ("cooling_days",),
    "put_right_account_held": ("cooling_days",),
    "put_right_gate": ("identity_bd",),
    "put_right_gate_held": ("identity_bd",),
}
FOLLOWING = (
    "cancellable",
    "not_cancellable",
    "trace",
    "put_right_account",
    "put_right_account_held",
    "put_right_gate",
    "put_right_gate_held",
)
"""What is answered to what its owner says right after an answer about a payout."""

_OF_REASON: dict[Reason, tuple[str, ...]] = {
    Reason.NAME_MISMATCH: ("holder", "name"),
    Reason.METHOD_COOLING: ("active_on",),
}


def named(*parts: str) -> str:
    """The full name of a response about a payout."""
    return "_".join(("utter_payout", *parts))


# A payout can come into these states by falling back from one that promised more.
REGRESSIONS: dict[tuple[PayoutState, PayoutState], str] = {
    (PayoutState.IN_TRANSIT, PayoutState.PROCESSING): named("again_processing"),
    (PayoutState.PAID, PayoutState.FAILED): named("paid_then_failed"),
    (PayoutState.PAID, PayoutState.RETURNED): named("paid_then_returned"),
}
RETURNED_TWICE = named("returned_again")

PREFACES = (*REGRESSIONS.values(), RETURNED_TWICE)
"""Said before the answer itself; `earlier_on` is when the earlier state began."""

PAYOUT_VALUES: dict[str, tuple[str, ...]] = {
    **{named(key): COMMON + extra for key, extra in _EXTRA.items()},
    **{
        named(state, reason): COMMON + _EXTRA[state] + _OF_REASON.get(reason, ())
        for state, reasons in WORDED.items()
        for reason in sorted(reasons)
    },
    **dict.fromkeys(PREFACES, (*COMMON, "earlier_on")),
}
