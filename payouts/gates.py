"""What to answer about the gates a payout passes: identity, tax data, payout method."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from payouts.acts import Act, of_gate
from payouts.calendar import Calendar, day_past, plus
from payouts.localisation import Local, local
from payouts.responses import Answer
from payouts.states import (
    IdentityReason,
    IdentityState,
    MethodState,
    PayoutState,
    Reason,
    TaxState,
)
from payouts.terms import DEFAULT_TERMS, Terms
from payouts.values import Payout, Profile


class Gate(StrEnum):
    """What is checked before money leaves."""

    IDENTITY = "identity"
    TAX = "tax"
    METHOD = "method"


DOCUMENT_MISSING = "utter_identity_document_missing"
UNKNOWN = "unknown"
"""The platform has not told us of this gate."""

GATE_VALUES: dict[str, tuple[str, ...]] = {
    "utter_identity_unknown": (),
    DOCUMENT_MISSING: ("reference", "since"),
    **{f"utter_identity_{state}": ("since",) for state in IdentityState},
    "utter_identity_pending": ("since", "decided_by"),
    "utter_identity_pending_late": ("since",),
    **{f"utter_identity_rejected_{reason}": ("since",) for reason in IdentityReason},
    "utter_identity_rejected_name_mismatch": ("since", "name"),
    "utter_tax_unknown": (),
    **{f"utter_tax_{state}": ("since",) for state in TaxState},
    "utter_tax_missing": ("since", "withheld_from"),
    "utter_method_unknown": (),
    **{f"utter_method_{state}": ("since", "method") for state in MethodState},
    "utter_method_cooling": ("since", "method", "active_on"),
    "utter_method_name_mismatch": ("since", "method", "holder", "name"),
}

_ARTICLES = {
    Gate.IDENTITY: "identity-check-steps",
    Gate.TAX: "tax-data",
    Gate.METHOD: "change-bank-account",
    IdentityState.PENDING: "identity-documents",
    IdentityState.REJECTED: "identity-rejected",
    MethodState.NAME_MISMATCH: "name-mismatch",
}

_IF_UNKNOWN = {
    Gate.IDENTITY: (Act.FINISH_IDENTITY_CHECK,),
    Gate.TAX: (Act.ENTER_TAX_DATA,),
    Gate.METHOD: (Act.ADD_ACCOUNT,),
}


def lacks_document(payouts: Iterable[Payout]) -> Payout | None:
    """The payout that waits for a document of its owner, whatever runs already."""
    held = (each for each in payouts if each.state is PayoutState.ON_HOLD)
    return next((each for each in held if each.public_reason is Reason.KYC_REQUIRED), None)


def gate_answer(
    profile: Profile | None,
    gate: Gate | str,
    now: datetime,
    language: str,
    *,
    payouts: Iterable[Payout] = (),
    terms: Terms = DEFAULT_TERMS,
) -> Answer:
    """Answer how a gate stands for this customer; `payouts` are what may be waiting at it."""
    gate = Gate(gate)
    state, since = _standing(profile, gate)
    held = lacks_document(payouts) if state is IdentityState.PENDING else None
    if held is not None:
        return _document_missing(held, local(profile, now, language))
    if profile is None or state is None or since is None:
        response, acts = f"utter_{gate}_{UNKNOWN}", _IF_UNKNOWN[gate]
        return Answer(response=response, values={}, article=_ARTICLES[gate], acts=acts)
    writer = _Writer(profile, since, now, local(profile, now, language), Calendar(terms))
    response = writer.response(gate, state)
    values = writer.values()
    return Answer(
        response=response,
        values={key: values[key] for key in GATE_VALUES[response]},
        article=_ARTICLES.get(state, _ARTICLES[gate]),
        acts=of_gate(state, late=writer.late()),
    )


def _document_missing(held: Payout, write: Local) -> Answer:
    """The check was begun, but a payout still waits for what it needs."""
    return Answer(
        response=DOCUMENT_MISSING,
        values={"reference": held.reference, "since": write.day_of(held.since)},
        article=_ARTICLES[IdentityState.PENDING],
        acts=(Act.FINISH_IDENTITY_CHECK,),
    )


_State: TypeAlias = IdentityState | TaxState | MethodState


def _standing(profile: Profile | None, gate: Gate) -> tuple[_State | None, datetime | None]:
    """The state of a gate and since when."""
    if profile is None:
        return None, None
    match gate:
        case Gate.IDENTITY:
            return profile.identity, profile.identity_since
        case Gate.TAX:
            return profile.tax, profile.tax_since
        case Gate.METHOD:
            return profile.method, profile.method_since


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the standing of one gate."""

    profile: Profile
    since: datetime
    now: datetime
    write: Local
    calendar: Calendar

    def response(self, gate: Gate, state: _State) -> str:
        parts: list[str] = [gate, state]
        if state is IdentityState.REJECTED and self.profile.identity_reason:
            parts.append(self.profile.identity_reason)
        if state is IdentityState.PENDING and self.late():
            parts.append("late")
        return "_".join(("utter", *parts))

    def values(self) -> dict[str, str]:
        """Every value that any response about a gate may use."""
        calendar, write, profile = self.calendar, self.write, self.profile
        day = calendar.day(self.since)
        withheld_from = day + timedelta(days=calendar.terms.tax_withheld_days)
        return {
            "since": write.day_of(self.since),
            "decided_by": write.day(plus(day, calendar.terms.identity_bd)),
            "withheld_from": write.day(withheld_from),
            "active_on": write.day(calendar.active_on(self.since)),
            "method": write.method(profile.method_kind),
            "holder": write.holder(profile.method_holder),
            "name": write.verified_name(profile.name),
        }

    def late(self) -> bool:
        """Whether the identity check takes longer than it should."""
        late_from = day_past(self.calendar.day(self.since), self.calendar.terms.identity_bd)
        return self.calendar.day(self.now) >= late_from
