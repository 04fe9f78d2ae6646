"""The queue as its dispatcher reads it: who waits, who could help, what time has ended."""

from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Row,
    Text,
    cast,
    func,
    literal,
    literal_column,
    or_,
    select,
    tuple_,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.events import Channel
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.offer import Round
from handoff.domain.packet import Priority, Route, Target
from handoff.domain.people import HELPERS, Language, Status
from handoff.domain.routing import Candidate, Case
from handoff.ports import Key, Queued
from handoff.storage.agents import agent_of, heard
from handoff.storage.codec import route_from_json
from handoff.storage.tables import AgentRow, ConversationRow

_C, _A = ConversationRow, AgentRow

QUEUED = _C.state == literal_column("'queued'")
OFFERED = _C.state == literal_column("'offered'")
OWNED = _C.state == literal_column("'agent'")
SNOOZED = _C.state == literal_column("'snoozed'")
IN_LINE = _C.state.in_([literal_column("'queued'"), literal_column("'offered'")])
"""Written out, so that the planner knows the partial indices that these name."""

ORDER = (_C.rank, _C.due_at, _C.id)
"""Class with ageing, then what is due first."""


@dataclass(frozen=True, slots=True)
class SqlQueue:
    """Nothing is locked here."""

    connection: AsyncConnection

    async def waiting(self, after: Key | None, limit: int) -> tuple[Queued, ...]:
        """Who waits and is not offered to anybody, next first, from behind `after`."""
        wanted = (
            select(
                *(_C.id, _C.rank, _C.due_at, _C.queued_at, _C.language, _C.channel),
                *(_C.last_agent_id, _C.declined, _C.declined_at, _C.priority_rank),
                cast(_C.packet["route"], Text).label("route"),
                func.clock_timestamp().label("as_of"),
            )
            .where(QUEUED)
            .order_by(*ORDER)
            .limit(limit)
        )
        if after is not None:
            columns = (_C.rank.type, _C.due_at.type, _C.id.type)
            place = (literal(it, kind) for it, kind in zip(after, columns, strict=True))
            wanted = wanted.where(tuple_(*ORDER) > tuple_(*place))
        return tuple(map(_queued, await self.connection.execute(wanted)))

    async def candidates(self, present_s: float) -> tuple[Candidate, ...]:
        """All who may answer customers; `here` are those online and heard within `present_s`."""
        having = union_all(
            select(_C.owner_id.label("agent"), _C.channel).where(OWNED),
            select(_C.offered_to.label("agent"), _C.channel).where(OFFERED),
        ).subquery()
        counted = (
            select(having.c.agent, having.c.channel, func.count().label("count"))
            .group_by(having.c.agent, having.c.channel)
            .subquery()
        )
        loads = (
            select(
                counted.c.agent,
                func.jsonb_object_agg(counted.c.channel, counted.c.count).label("load"),
            )
            .group_by(counted.c.agent)
            .subquery()
        )
        wanted = (
            select(_A.__table__, loads.c.load, heard(present_s).label("heard"))
            .outerjoin(loads, loads.c.agent == _A.id)
            .where(_A.disabled_at.is_(None), _A.role.in_(HELPERS))
            .order_by(_A.name, _A.id)
        )
        return tuple(map(_candidate, await self.connection.execute(wanted)))

    async def lapsed(self) -> tuple[tuple[ConversationId, AgentId], ...]:
        """Offers whose time is over."""
        rows = await self.connection.execute(
            select(_C.id, _C.offered_to).where(OFFERED, _C.offer_until < func.clock_timestamp())
        )
        return tuple((ConversationId(row.id), AgentId(row.offered_to)) for row in rows)

    async def to_wake(self) -> tuple[ConversationId, ...]:
        """What was put off until now."""
        ids = await self.connection.scalars(
            select(_C.id).where(SNOOZED, _C.snoozed_until <= func.clock_timestamp())
        )
        return tuple(map(ConversationId, ids))

    async def age(self, ageing_s: float) -> tuple[ConversationId, ...]:
        """Move up who has waited long enough."""
        waited = func.extract("epoch", func.clock_timestamp() - _C.waiting_since)
        up = func.floor(waited / ageing_s)
        rank = func.greatest(0, _C.priority_rank - up)
        again = _C.waiting_since + (up + 1) * timedelta(seconds=ageing_s)
        due = or_(_C.ages_at.is_(None), _C.ages_at <= func.clock_timestamp())
        before = (
            select(_C.id, _C.rank).where(IN_LINE, _C.rank > 0, due).with_for_update().cte("before")
        )
        moved = await self.connection.execute(
            update(_C)
            .where(_C.id == before.c.id)
            .values(rank=rank, ages_at=again)
            .returning(_C.id, _C.rank < before.c.rank)
        )
        return tuple(ConversationId(id_) for id_, better in moved if better)


def _queued(row: Any) -> Queued:
    priority = list(Priority)[row.priority_rank or 0]
    declined = Round(declined=frozenset(map(AgentId, row.declined)), at=row.declined_at)
    return Queued(
        key=(row.rank, row.due_at, row.id),
        case=Case(
            conversation=ConversationId(row.id),
            waiting_since=row.queued_at,
            language=Language(row.language),
            channel=Channel(row.channel),
            route=_route(row.route) if row.route not in {None, "null"} else _anybody(priority),
            last_agent=row.last_agent_id and AgentId(row.last_agent_id),
            declined=declined.asked(row.as_of),
        ),
        at=row.as_of,
    )


@lru_cache(maxsize=1024)
def _route(stored: str) -> Route:
    """Many cases have the same one."""
    return route_from_json(stored)


def _anybody(priority: Priority) -> Route:
    """Of packets from before there were routes."""
    return Route(rule="", targets=(Target(),), priority=priority, why={})


def _candidate(row: Row[Any]) -> Candidate:
    agent = agent_of(row)
    load = {Channel(channel): count for channel, count in (row.load or {}).items()}
    return Candidate(
        agent=agent,
        load=load,
        free=agent.capacity - sum(load.values()),
        idle_since=row.idle_since,
        here=agent.status is Status.ONLINE and bool(row.heard),
    )
