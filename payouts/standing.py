"""How something stands: the columns that all its events together come to.

Every function takes the events of one subject in the order in which they occurred, so that the
outcome does not depend on the order in which they arrived.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

from payouts.events import (
    CustomerChanged,
    EarningChanged,
    IdentityChanged,
    MethodChanged,
    MilestoneChanged,
    PayoutChanged,
    PlatformEvent,
    TaxChanged,
)
from payouts.states import public_reason

Columns: TypeAlias = dict[str, Any]
Stateful = TypeVar(
    "Stateful",
    PayoutChanged,
    MilestoneChanged,
    EarningChanged,
    IdentityChanged,
    TaxChanged,
    MethodChanged,
)


def in_order(events: Sequence[PlatformEvent]) -> list[PlatformEvent]:
    """Sort by when it occurred; the id decides between two of the same moment."""
    return sorted(events, key=lambda event: (event.occurred_at, event.id))


def payout(events: Sequence[PlatformEvent]) -> Columns:
    """The latest state of a payout. It has one owner: events that name another are left out."""
    changes = [event for event in events if isinstance(event, PayoutChanged)]
    latest = changes[-1].data
    own = [change for change in changes if change.data.sub == latest.sub]
    return {
        **latest.model_dump(),
        "public_reason": latest.public_reason or public_reason(latest.reason),
        "requested_at": own[0].occurred_at,
        "since": _since(own),
    }


def milestone(events: Sequence[PlatformEvent]) -> Columns:
    """The latest state of a milestone."""
    changes = [event for event in events if isinstance(event, MilestoneChanged)]
    return {**changes[-1].data.model_dump(), "since": _since(changes)}


def earning(events: Sequence[PlatformEvent]) -> Columns:
    """The latest state of an earning."""
    changes = [event for event in events if isinstance(event, EarningChanged)]
    return {**changes[-1].data.model_dump(), "since": _since(changes)}


def customer(events: Sequence[PlatformEvent]) -> Columns:
    """The latest profile of a customer and the latest state of each gate."""
    columns: Columns = {"sub": subject(events[-1])[1]}
    profiles = [event.data for event in events if isinstance(event, CustomerChanged)]
    if profiles:
        columns |= profiles[-1].model_dump(exclude={"since"}) | {"joined_on": profiles[-1].since}
    identities = [event for event in events if isinstance(event, IdentityChanged)]
    if identities:
        columns |= _gate("identity", identities) | {"identity_reason": identities[-1].data.reason}
    taxes = [event for event in events if isinstance(event, TaxChanged)]
    if taxes:
        columns |= _gate("tax", taxes)
    methods = [event for event in events if isinstance(event, MethodChanged)]
    if methods:
        latest = methods[-1].data
        columns |= _gate("method", methods)
        columns |= {"method_kind": latest.method, "method_holder": latest.account_holder}
    return columns


FOLDS: dict[str, Callable[[Sequence[PlatformEvent]], Columns]] = {
    "payout": payout,
    "milestone": milestone,
    "earning": earning,
    "customer": customer,
}


def subject(event: PlatformEvent) -> tuple[str, str]:
    """What an event is about: the topic, and the key within it."""
    match event:
        case PayoutChanged():
            return "payout", event.data.reference
        case MilestoneChanged():
            return "milestone", event.data.milestone
        case EarningChanged():
            return "earning", event.data.earning
        case _:
            return "customer", event.data.sub


def _gate(name: str, changes: Sequence[Stateful]) -> Columns:
    return {name: changes[-1].data.state, f"{name}_since": _since(changes)}


def _since(changes: Sequence[Stateful]) -> datetime:
    """When the latest state began: the first of the events that repeat it."""
    since = changes[-1]
    for change in reversed(changes):
        if change.data.state != since.data.state:
            break
        since = change
    return since.occurred_at
