"""The book of payouts: takes the platform's events and tells what they come to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.orm import InstrumentedAttribute

from payouts import rows, standing
from payouts.changes import Place, changes_of
from payouts.events import PlatformEvent, parse_event
from payouts.states import PayoutState
from payouts.tables import Base, CustomerRow, EarningRow, EventRow, MilestoneRow, PayoutRow
from payouts.values import Change, Earning, Milestone, Payout, Profile, Step

# The row of each topic, with the column that identifies it.
ROWS: Mapping[str, tuple[type[Base], InstrumentedAttribute[str]]] = {
    "payout": (PayoutRow, PayoutRow.reference),
    "milestone": (MilestoneRow, MilestoneRow.milestone),
    "earning": (EarningRow, EarningRow.earning),
    "customer": (CustomerRow, CustomerRow.sub),
}


@dataclass(frozen=True, slots=True)
class PayoutBook:
    """Reads and writes the read model."""

    sessions: async_sessionmaker[AsyncSession]

    async def record(self, event: PlatformEvent) -> bool:
        """Take in an event; False when its id was seen before."""
        return await self.record_all([event]) == 1

    async def record_all(self, events: Iterable[PlatformEvent]) -> int:
        """Take in many, as a first import does, in one transaction for each thing they are about.

        Tells how many were new.
        """
        about: dict[tuple[str, str], list[PlatformEvent]] = {}
        for event in events:
            about.setdefault(standing.subject(event), []).append(event)
        # One order for all, so that two imports of the same events never wait for each other.
        return sum(
            [
                await self._record(*key, standing.in_order(together))
                for key, together in about.items()
            ]
        )

    async def _record(self, topic: str, key: str, events: list[PlatformEvent]) -> int:
        async with self.sessions.begin() as session:
            added = await _add(session, topic, key, events)
            if not added:
                return 0
            row, row_key = ROWS[topic]
            fold = standing.FOLDS[topic]
            # Whoever records for the same subject waits here, and then sees our events too.
            await session.execute(insert(row).values(fold(events)).on_conflict_do_nothing())
            await session.execute(select(row_key).where(row_key == key).with_for_update())
            columns = fold(await _events(session, topic, key))
            await session.execute(update(row).where(row_key == key).values(columns))
        return added

    async def payouts_of(self, sub: str) -> tuple[Payout, ...]:
        """Everything this customer was ever paid, newest first."""
        query = select(PayoutRow).where(PayoutRow.sub == sub)
        newest_first = query.order_by(PayoutRow.requested_at.desc(), PayoutRow.reference.desc())
        async with self.sessions() as session:
            found = (await session.scalars(newest_first)).all()
            steps = await _steps(session, [row.reference for row in found])
        return tuple(rows.payout(row, steps.get(row.reference, ())) for row in found)

    async def payout(self, sub: str, reference: str) -> Payout | None:
        """One payout of this customer; an unknown one and somebody else's look alike."""
        query = select(PayoutRow).where(PayoutRow.reference == reference, PayoutRow.sub == sub)
        async with self.sessions() as session:
            row = await session.scalar(query)
            if row is None:
                return None
            steps = await _steps(session, [reference])
        return rows.payout(row, steps.get(reference, ()))

    async def profile(self, sub: str) -> Profile | None:
        """Who this customer is; None until the platform has said so."""
        async with self.sessions() as session:
            row = await session.get(CustomerRow, sub)
        return None if row is None else rows.profile(row)

    async def milestones_of(self, sub: str) -> tuple[Milestone, ...]:
        """The milestones this customer pays for or works on, latest change first."""
        query = (
            select(MilestoneRow)
            .where(or_(MilestoneRow.client == sub, MilestoneRow.freelancer == sub))
            .order_by(MilestoneRow.since.desc(), MilestoneRow.milestone)
        )
        async with self.sessions() as session:
            return tuple(rows.milestone(row) for row in await session.scalars(query))

    async def earnings_of(self, sub: str) -> tuple[Earning, ...]:
        """What this freelancer earned, latest change first."""
        query = select(EarningRow).where(EarningRow.sub == sub)
        ordered = query.order_by(EarningRow.since.desc(), EarningRow.earning)
        async with self.sessions() as session:
            return tuple(rows.earning(row) for row in await session.scalars(ordered))

    async def changes_of(
        self, sub: str, before: Place | None = None, limit: int = 50
    ) -> tuple[Change, ...]:
        """What happened to a customer's payouts, milestones and gates, the latest first."""
        return await changes_of(self.sessions, sub, before, limit)


async def _add(session: AsyncSession, topic: str, key: str, events: list[PlatformEvent]) -> int:
    """Keep events whose ids are not there already; tells how many."""
    rows = [
        {
            "id": event.id,
            "type": event.type,
            "topic": topic,
            "subject": key,
            "occurred_at": event.occurred_at,
            "data": event.data.model_dump(mode="json"),
        }
        for event in events
    ]
    added = insert(EventRow).values(rows).on_conflict_do_nothing(index_elements=[EventRow.id])
    return len((await session.scalars(added.returning(EventRow.id))).all())


async def _events(session: AsyncSession, topic: str, key: str) -> list[PlatformEvent]:
    """All events of one subject in the order in which they occurred."""
    query = select(EventRow).where(EventRow.topic == topic, EventRow.subject == key)
    return standing.in_order([_event(row) for row in await session.scalars(query)])


async def _steps(session: AsyncSession, references: Iterable[str]) -> dict[str, tuple[Step, ...]]:
    """The history of each payout, told by the events of its owner."""
    query = (
        select(EventRow.subject, EventRow.data, EventRow.occurred_at)
        .join(PayoutRow, PayoutRow.reference == EventRow.subject)
        .where(
            EventRow.topic == "payout",
            EventRow.subject.in_(references),
            EventRow.data["sub"].astext == PayoutRow.sub,
        )
        .order_by(EventRow.occurred_at, EventRow.id)
    )
    steps: dict[str, tuple[Step, ...]] = {}
    for reference, data, at in await session.execute(query):
        step = Step(state=PayoutState(data["state"]), reason=data["reason"], at=at)
        steps[reference] = (*steps.get(reference, ()), step)
    return steps


def _event(row: EventRow) -> PlatformEvent:
    body: dict[str, Any] = {"id": row.id, "type": row.type, "data": row.data}
    return parse_event({**body, "occurred_at": row.occurred_at})
