"""The figures of the wallboard, all of one snapshot and by the database's clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    case,
    func,
    literal_column,
    select,
    text,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from handoff.domain.packet import Priority
from handoff.domain.views import AT_RISK_S
from handoff.domain.wallboard import (
    SPAN_S,
    WINDOW_S,
    Flow,
    Line,
    Promised,
    Wallboard,
    spans_between,
)
from handoff.storage.connections import translated
from handoff.storage.listing import OWED_BY
from handoff.storage.queue import IN_LINE, OWNED, SqlQueue
from handoff.storage.tables import PASSES_ON, ConversationRow, EventRow

_C, _E = ConversationRow, EventRow

TAKES = ("agent_accepted", "taken_over")
TO_THE_QUEUE = ("human_asked", "transferred", "agent_vanished", "woken")
"""After these a case waits; see the table of transitions."""

FIRST_OF_WINDOW = ("closed", *TAKES)
"""Where it matters what came before, though it may have come before the window."""


@dataclass(frozen=True, slots=True)
class SqlWallboard:
    """A few short reads side by side; nothing is locked."""

    engine: AsyncEngine
    present_s: float

    async def now(self) -> Wallboard:
        """As it is at this moment."""
        snapshot = self.engine.execution_options(isolation_level="REPEATABLE READ")
        with translated():
            async with snapshot.begin() as connection:
                at: datetime = (await connection.execute(select(func.now()))).scalar_one()
                since = at - timedelta(seconds=WINDOW_S)
                return Wallboard(
                    at=at,
                    lines=await _lines(connection),
                    promised=await _promised(connection),
                    agents=await SqlQueue(connection).candidates(self.present_s),
                    since=since,
                    spans=spans_between(since, at, await _flows(connection, since)),
                )


async def _lines(connection: AsyncConnection) -> tuple[Line, ...]:
    rank = func.coalesce(_C.priority_rank, Priority.REST.rank)
    rows = await connection.execute(
        select(
            _C.team,
            rank.label("rank"),
            func.count().label("waiting"),
            func.min(_C.queued_at).label("oldest"),
        )
        .where(IN_LINE)
        .group_by(_C.team, rank)
        .order_by(rank, _C.team)
    )
    return tuple(
        Line(
            team=row.team,
            priority=list(Priority)[row.rank],
            waiting=row.waiting,
            oldest=row.oldest,
        )
        for row in rows
    )


async def _promised(connection: AsyncConnection) -> Promised:
    """Each case once; each of the reads has a partial index to go by."""
    due = union_all(*(select(OWED_BY.label("at")).where(it) for it in (IN_LINE, OWNED)))
    at = due.subquery().c.at
    soon = func.now() + timedelta(seconds=AT_RISK_S)
    row = (
        await connection.execute(
            select(
                func.count().filter(at < func.now()).label("missed"),
                func.count().filter(at >= func.now(), at <= soon).label("at_risk"),
            )
        )
    ).one()
    return Promised(at_risk=row.at_risk, missed=row.missed)


async def _flows(connection: AsyncConnection, since: datetime) -> Mapping[datetime, Flow]:
    it = _passages(since)
    span = func.floor(func.extract("epoch", it.c.at) / SPAN_S) * SPAN_S
    taken = it.c.type.in_(TAKES) & (it.c.before == "human_asked")
    left = (it.c.type == "returned_to_assistant") | _ended_in_queue(it)
    rows = await connection.execute(
        select(
            span.label("at"),
            func.count().filter(it.c.type == "human_asked").label("asked"),
            func.count().filter(taken).label("taken"),
            func.count().filter(left).label("abandoned"),
            func.count().filter(it.c.type == "agent_vanished").label("dropped"),
        ).group_by(span)
    )
    return {
        datetime.fromtimestamp(int(row.at), UTC): Flow(
            asked=row.asked, taken=row.taken, abandoned=row.abandoned, dropped=row.dropped
        )
        for row in rows
    }


def _ended_in_queue(it: FromClause) -> ColumnElement[bool]:
    by_customer = (it.c.type == "closed") & (it.c.by == "customer")
    return by_customer & it.c.before.in_(TO_THE_QUEUE)


def _passages(since: datetime) -> Any:
    """What moved a case since then, each with what had moved it before."""
    here = (
        select(
            *(_E.conversation_id, _E.seq, _E.at, _E.type),
            _E.body["by"].astext.label("by"),
            func.lag(_E.type)
            .over(partition_by=_E.conversation_id, order_by=_E.seq)
            .label("before_here"),
        )
        .where(text(PASSES_ON), _E.at >= since)
        .cte("here")
    )
    earlier = _E.__table__.alias("earlier")
    before = (
        select(earlier.c.type)
        .where(
            earlier.c.conversation_id == here.c.conversation_id,
            earlier.c.seq < here.c.seq,
            literal_column(PASSES_ON.replace("type", "earlier.type")),
        )
        .order_by(earlier.c.seq.desc())
        .limit(1)
        .scalar_subquery()
    )
    wanted = here.c.before_here.is_(None) & here.c.type.in_(FIRST_OF_WINDOW)
    return select(
        *(here.c.at, here.c.type, here.c.by),
        case((wanted, before), else_=here.c.before_here).label("before"),
    ).subquery()
