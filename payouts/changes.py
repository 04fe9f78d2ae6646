"""What happened to a customer's money and gates, one change after another."""

from datetime import datetime
from decimal import Decimal
from typing import Any, TypeAlias

from sqlalchemy import Row, and_, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from payouts.tables import EventRow, MilestoneRow, PayoutRow
from payouts.values import Change

Place: TypeAlias = tuple[datetime, str]
"""When a change was, and the id of its event."""

TOPICS = {
    "payout.changed": "payout",
    "milestone.changed": "milestone",
    "identity.changed": "identity",
    "tax.changed": "tax",
    "method.changed": "method",
}
"""Types of events that agents look at between conversations."""

_E = EventRow


async def changes_of(
    sessions: async_sessionmaker[AsyncSession], sub: str, before: Place | None, limit: int
) -> tuple[Change, ...]:
    """The latest first, from before a place; of what has one owner only this one's events."""
    paid = select(PayoutRow.reference).where(PayoutRow.sub == sub)
    worked = select(MilestoneRow.milestone).where(
        or_(MilestoneRow.client == sub, MilestoneRow.freelancer == sub)
    )
    theirs = or_(
        and_(_E.topic == "payout", _E.subject.in_(paid), _E.data["sub"].astext == sub),
        and_(_E.topic == "milestone", _E.subject.in_(worked)),
        and_(_E.topic == "customer", _E.subject == sub),
    )
    wanted = select(_E.id, _E.type, _E.subject, _E.occurred_at, _E.data).where(
        theirs, _E.type.in_(TOPICS)
    )
    if before is not None:
        wanted = wanted.where(tuple_(_E.occurred_at, _E.id) < tuple_(*before))
    async with sessions() as session:
        ordered = wanted.order_by(_E.occurred_at.desc(), _E.id.desc()).limit(limit)
        return tuple(map(_change, await session.execute(ordered)))


def _change(row: Row[Any]) -> Change:
    amount = row.data.get("amount")
    return Change(
        id=row.id,
        topic=TOPICS[row.type],
        subject=row.subject,
        title=row.data.get("title"),
        state=row.data["state"],
        reason=row.data.get("reason"),
        amount=Decimal(amount) if amount is not None else None,
        currency=row.data.get("currency"),
        at=row.occurred_at,
    )
