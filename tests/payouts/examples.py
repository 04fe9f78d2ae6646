"""Events and values that tests of payouts start from."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from payouts.events import PlatformEvent, parse_event
from payouts.states import CustomerKind, PayoutState, public_reason
from payouts.values import Payout, Profile, Step

DAY = timedelta(days=1)
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""10:00 in Berlin on an ordinary Monday, before the cut-off."""


def payout_event(id_: str, state: str, *, hours: float = 0, **data: object) -> PlatformEvent:
    """Report that a payout of Lena's came into a state, `hours` after the Monday."""
    return event(
        id_,
        "payout.changed",
        hours=hours,
        **{
            "reference": "PO-48213",
            "sub": "lena",
            "state": state,
            "amount": "640.00",
            "currency": "EUR",
            "method": "sepa",
            **data,
        },
    )


def event(id_: str, type_: str, *, hours: float = 0, **data: object) -> PlatformEvent:
    """Report anything."""
    at = MONDAY + timedelta(hours=hours)
    return parse_event({"id": id_, "type": type_, "occurred_at": at.isoformat(), "data": data})


def customer_event(id_: str = "c1", *, hours: float = 0, **data: object) -> PlatformEvent:
    """Report who Lena is."""
    profile: dict[str, object] = {
        "sub": "lena",
        "name": "Lena Brandt",
        "kind": "freelancer",
        "segment": "established",
        "since": "2024-03-01",
        "time_zone": "Europe/Berlin",
        "language": "de",
    }
    return event(id_, "customer.changed", hours=hours, **(profile | data))


LENA = Profile(
    sub="lena",
    name="Lena Brandt",
    kind=CustomerKind.FREELANCER,
    segment="established",
    since=date(2024, 3, 1),
    time_zone="Europe/Berlin",
    language="de",
)


def payout(state: PayoutState, reason: str | None = None, **fields: Any) -> Payout:
    """A payout that came into a state on the Monday."""
    since = fields.pop("since", MONDAY)
    example = Payout(
        reference="PO-48213",
        state=state,
        reason=reason,
        public_reason=public_reason(reason),
        amount=Decimal("640.00"),
        currency="EUR",
        method="sepa",
        holder=None,
        since=since,
        expected_on=None,
        history=(Step(state=state, reason=reason, at=since),),
    )
    return replace(example, **fields)


def stepped(*steps: tuple[str, str | None]) -> Payout:
    """A payout that took these steps, a day each, the last on the Monday."""
    history = tuple(
        Step(state=PayoutState(state), reason=reason, at=MONDAY - DAY * (len(steps) - 1 - n))
        for n, (state, reason) in enumerate(steps)
    )
    last = history[-1]
    return payout(last.state, last.reason, history=history)


def noon(day: date) -> datetime:
    """A time of that day in every European zone."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
