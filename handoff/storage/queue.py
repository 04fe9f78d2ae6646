"""The queue as its dispatcher reads it: who waits, who could help, what time has ended."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    Integer,
    Row,
    Text,
    bindparam,
    cast,
    func,
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

BEHIND = ("behind_rank", "behind_due", "behind_id")
"""The place in that order that a page begins behind."""


@dataclass(frozen=True, slots=True)
class SqlQueue:
    """Nothing is locked here."""

    connection: AsyncConnection

    async def waiting(self, after: Key | None, limit: int) -> tuple[Queued, ...]:
        """Who waits and is not offered to anybody, next first, from behind `after`."""
        told = dict(zip(BEHIND, after, strict=True)) if after is not None else {}
        rows = await self.connection.execute(_waiting(bool(told)), {"most": limit, **told})
        return tuple(map(_queued, rows))

    async def candidates(self, present_s: float) -> tuple[Candidate, ...]:
        """All who may answer customers; `here` are those online and heard within `present_s`."""
        helpers = (await self.connection.execute(_helpers(present_s))).all()
        loads: defaultdict[AgentId, dict[Channel, int]] = defaultdict(dict)
        for agent, channel, count in await self.connection.execute(_loads()):
            loads[agent][Channel(channel)] = count
        return tuple(_candidate(it, loads[it.id]) for it in helpers)

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


# Statements of every round are put together once.


@cache
def _waiting(behind: bool) -> Any:
    wanted = (
        select(
            *(_C.id, _C.rank, _C.due_at, _C.queued_at, _C.language, _C.channel),
            *(_C.last_agent_id, _C.declined, _C.declined_at, _C.priority_rank),
            cast(_C.packet["route"], Text).label("route"),
            func.clock_timestamp().label("as_of"),
        )
        .where(QUEUED)
        .order_by(*ORDER)
        .limit(bindparam("most", type_=Integer))
    )
    if not behind:
        return wanted
    place = (bindparam(name, type_=it.type) for name, it in zip(BEHIND, ORDER, strict=True))
    return wanted.where(tuple_(*ORDER) > tuple_(*place))


@lru_cache(8)
def _helpers(present_s: float) -> Any:
    helping = (_A.disabled_at.is_(None), _A.role.in_(HELPERS))
    named = select(_A.__table__, heard(present_s).label("heard"))
    return named.where(*helping).order_by(_A.name, _A.id)


@cache
def _loads() -> Any:
    """Apart from the agents: joined to them, it is counted anew for each while few are known."""
    having = union_all(
        select(_C.owner_id.label("agent"), _C.channel).where(OWNED),
        select(_C.offered_to.label("agent"), _C.channel).where(OFFERED),
    ).subquery()
    counted = select(having.c.agent, having.c.channel, func.count())
    return counted.group_by(having.c.agent, having.c.channel)


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


def _candidate(row: Row[Any], load: Mapping[Channel, int]) -> Candidate:
    agent = agent_of(row)
    return Candidate(
        agent=agent,
        load=load,
        free=agent.capacity - sum(load.values()),
        idle_since=row.idle_since,
        here=agent.status is Status.ONLINE and bool(row.heard),
    )
