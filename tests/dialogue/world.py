"""The people and payouts that conversations in these tests are about."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from payouts.book import PayoutBook
from payouts.events import parse_event
from payouts.reasons import WORDED
from payouts.states import PayoutState

BERLIN = ZoneInfo("Europe/Berlin")
# A Wednesday without holidays near it.
NOW = datetime(2026, 11, 18, 11, tzinfo=BERLIN)

# The way a payout takes to each state.
ROUTES: dict[str, tuple[str, ...]] = {
    "requested": ("requested",),
    "under_review": ("requested", "under_review"),
    "on_hold": ("requested", "on_hold"),
    "processing": ("requested", "processing"),
    "in_transit": ("requested", "processing", "in_transit"),
    "paid": ("requested", "processing", "in_transit", "paid"),
    "returned": ("requested", "processing", "in_transit", "returned"),
    "failed": ("requested", "processing", "failed"),
    "canceled": ("requested", "canceled"),
}
CASES: tuple[tuple[str, str | None], ...] = tuple(
    (state, reason)
    for state in PayoutState
    for reason in (None, *sorted(WORDED.get(state, frozenset())))
)
_ids = count(1)


def sub_of(state: str, reason: str | None) -> str:
    """The customer whose only payout is in this state for this reason."""
    return "-".join(filter(None, ("one", state, reason)))


def reference_of(state: str, reason: str | None) -> str:
    """That payout."""
    return f"PO-{50001 + CASES.index((PayoutState(state), reason))}"


def event(kind: str, data: dict[str, Any], ago: timedelta) -> Any:
    """An event of the platform that happened some time before now."""
    at = (NOW - ago).isoformat()
    return parse_event({"id": f"e{next(_ids)}", "type": kind, "occurred_at": at, "data": data})


def customer(sub: str, name: str, language: str, kind: str = "freelancer") -> Iterator[Any]:
    """Somebody who joined a year ago and passed every gate."""
    long_ago = timedelta(days=365)
    about = {"sub": sub, "name": name, "kind": kind, "since": "2025-11-18", "language": language}
    yield event("customer.changed", {**about, "time_zone": "Europe/Berlin"}, long_ago)
    yield event("identity.changed", {"sub": sub, "state": "verified"}, long_ago)
    yield event("tax.changed", {"sub": sub, "state": "ok"}, long_ago)
    yield event("method.changed", {"sub": sub, "state": "active", "method": "sepa"}, long_ago)


def payout(sub: str, reference: str, state: str, **more: Any) -> Iterator[Any]:
    """A payout and its way; each step took a few hours, the last was yesterday."""
    ago = more.pop("ago", timedelta(days=1))
    reason = more.pop("reason", None)
    data = {"reference": reference, "sub": sub, "amount": "640.00", "currency": "EUR", **more}
    route = ROUTES[state]
    for index, step in enumerate(route):
        why = {"reason": reason, "public_reason": reason} if reason and step == state else {}
        before = timedelta(hours=3 * (len(route) - 1 - index))
        yield event(
            "payout.changed", {"method": "sepa", **data, "state": step, **why}, ago + before
        )


def milestone(project: str, title: str, state: str, **sides: str) -> Any:
    """A milestone that came into its state three days ago."""
    data = {"milestone": f"m-{project}", "project": project, "title": title}
    money = {"amount": "1500.00", "currency": "USD"}
    return event("milestone.changed", {**data, **money, "state": state, **sides}, timedelta(days=3))


def events() -> Iterator[Any]:
    """Everything that happened in this world."""
    for state, reason in CASES:
        sub = sub_of(state, reason)
        yield from customer(sub, "Robin Feld", "de")
        yield from payout(sub, reference_of(state, reason), state, reason=reason)
    yield from customer("lena", "Lena Brandt", "de")
    yield from payout("lena", "PO-48213", "in_transit")
    yield from customer("tomas", "Tomas Reyes", "en")
    yield from payout("tomas", "PO-70011", "paid", amount="300.00", ago=timedelta(days=30))
    yield from payout("tomas", "PO-70052", "in_transit", amount="450.75")
    yield from payout("tomas", "PO-70077", "under_review", amount="99.00")
    yield from customer("late", "Late Payee", "en")
    yield from payout("late", "PO-61111", "in_transit", ago=timedelta(days=12))
    yield from customer("new", "New Comer", "en")
    clearing = {"earning": "e-1", "sub": "clearing", "state": "pending_clearance"}
    money = {"amount": "200.00", "currency": "EUR"}
    yield from customer("clearing", "Clara Feld", "de")
    yield event("earning.changed", {**clearing, **money}, timedelta(days=1))
    yield from customer("helen", "Helen Ward", "en", "client")
    yield milestone("PR-2204", "Landing page", "submitted", client="helen", freelancer="tomas")
    yield from customer("disputing", "Dana Streit", "de", "client")
    yield milestone("PR-4711", "Logo", "disputed", client="disputing", freelancer="lena")
    yield from customer("checked", "Murat Muster", "de")
    yield event("identity.changed", {"sub": "checked", "state": "pending"}, timedelta(days=1))
    yield event("tax.changed", {"sub": "checked", "state": "missing"}, timedelta(days=10))
    yield from customer("waiting", "Mira Muster", "de")
    yield from payout("waiting", "PO-60318", "on_hold", reason="kyc_required")
    yield event("identity.changed", {"sub": "waiting", "state": "pending"}, timedelta(hours=5))


async def fill(book: PayoutBook) -> None:
    """Tell the book all of it."""
    for happened in events():
        await book.record(happened)
