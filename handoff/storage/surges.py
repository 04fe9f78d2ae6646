"""The rush in the database, so that all replicas and a restart agree on it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, func, insert, literal_column, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.routing import Course, Measures, Surge, SurgeChange
from handoff.storage.queue import IN_LINE
from handoff.storage.tables import ConversationRow, EventRow, SurgeChangeRow, SurgeRow

_S, _H = SurgeRow, SurgeChangeRow

HANDOFF = EventRow.type == literal_column("'human_asked'")
"""Written out, so that the planner knows the partial index."""


@dataclass(frozen=True, slots=True)
class SqlSurges:
    """One row says how it is; every rise and fall is a row of its own."""

    connection: AsyncConnection

    async def course(self) -> Course:
        """Calm where nobody has looked yet."""
        row = (await self.connection.execute(_course())).one_or_none()
        if row is None:
            now = await self.connection.execute(select(func.clock_timestamp()))
            return Course(level=0, worse_since=None, better_since=None, as_of=now.scalar_one())
        return _of(row)

    async def locked(self) -> Course | None:
        """Never waits: whoever has it looks for all of us."""
        first = postgresql.insert(_S).values(one=True).on_conflict_do_nothing()
        await self.connection.execute(first)
        mine = await self.connection.execute(_course().with_for_update(skip_locked=True))
        row = mine.one_or_none()
        return _of(row) if row is not None else None

    async def load(self, within_s: float) -> tuple[int, int]:
        """Those in line, and those handed over of late."""
        since = func.clock_timestamp() - timedelta(seconds=within_s)
        waiting = select(func.count()).select_from(ConversationRow).where(IN_LINE)
        came = select(func.count()).select_from(EventRow).where(HANDOFF, EventRow.at > since)
        counted = select(waiting.scalar_subquery(), came.scalar_subquery())
        in_line, arrived = (await self.connection.execute(counted)).one()
        return in_line, arrived

    async def keep(self, course: Course) -> None:
        """How it is now."""
        since = {"worse_since": course.worse_since, "better_since": course.better_since}
        await self.connection.execute(update(_S).values(level=course.level, **since))

    async def record(self, change: SurgeChange) -> None:
        """One row more."""
        it, seen = change.after, change.measures
        await self.connection.execute(
            insert(_H).values(
                at=change.at,
                level_before=change.before,
                level=it.level,
                open=seen.open,
                waiting=seen.waiting,
                expected_wait_s=seen.expected_wait_s,
                arrivals_a_minute=seen.arrivals_a_minute,
                extra_capacity=it.extra_capacity,
                widen=it.widen,
                offer_email=it.offer_email,
                stand_by=sorted(it.stand_by),
                resting=sorted(it.resting),
                tell_leads=it.tell_leads,
            )
        )

    async def changes(self, limit: int) -> tuple[SurgeChange, ...]:
        """Newest first."""
        rows = await self.connection.execute(
            select(_H.__table__).order_by(_H.id.desc()).limit(limit)
        )
        return tuple(map(_change, rows))


def _course() -> Any:
    return select(_S.__table__, func.clock_timestamp().label("as_of"))


def _of(row: Row[Any]) -> Course:
    return Course(
        level=row.level,
        worse_since=row.worse_since,
        better_since=row.better_since,
        as_of=row.as_of,
    )


def _change(row: Row[Any]) -> SurgeChange:
    return SurgeChange(
        at=row.at,
        before=row.level_before,
        after=Surge(
            level=row.level,
            extra_capacity=row.extra_capacity,
            widen=row.widen,
            offer_email=row.offer_email,
            stand_by=frozenset(row.stand_by),
            resting=frozenset(row.resting),
            tell_leads=row.tell_leads,
        ),
        measures=Measures(
            open=row.open,
            waiting=row.waiting,
            expected_wait_s=row.expected_wait_s,
            arrivals_a_minute=row.arrivals_a_minute,
        ),
    )
