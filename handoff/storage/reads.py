"""Looking without locking: logs, lists and the queue."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Integer, and_, bindparam, case, func, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.briefing import Logged
from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import Unknown
from handoff.domain.files import Said
from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.people import HELPERS, Status
from handoff.domain.routing import NO_SURGE, Surge
from handoff.domain.waiting import Staff
from handoff.ports import EventPlace
from handoff.storage.agents import heard
from handoff.storage.codec import event_from_json
from handoff.storage.queue import IN_LINE, ORDER
from handoff.storage.rows import conversation, selected
from handoff.storage.tables import AgentRow, ConversationRow, EventRow

_C = ConversationRow
HANDLED = 50
"""How many of the last chats the mean handling time is taken over."""

PRESENT_S = 40.0
"""An agent whose console was heard within so many seconds is there."""


@dataclass(frozen=True, slots=True)
class SqlReads:
    """Lists as services need them; those of screens are in `screens`."""

    connection: AsyncConnection

    async def conversation(self, conversation_id: ConversationId) -> Conversation:
        """As it stands, unlocked."""
        found = await self.connection.execute(_one(), {"id": conversation_id})
        row = found.one_or_none()
        if row is None:
            raise Unknown(f"no conversation {conversation_id}")
        return conversation(row)

    async def log(
        self, conversation_id: ConversationId, after: int = 0, limit: int | None = None
    ) -> tuple[Logged, ...]:
        """Events with seq > after, in order."""
        told = {"id": conversation_id, "after": after, "most": limit}
        rows = await self.connection.execute(_log(), told)
        return tuple(
            Logged(seq=row.seq, at=row.at, event=event_from_json(row.body)) for row in rows
        )

    async def of_customer(self, customer: CustomerId) -> tuple[Conversation, ...]:
        """Open ones first, then newest first."""
        rows = await self.connection.execute(
            selected()
            .where(_C.customer_id == customer)
            .order_by(case((_C.state == State.CLOSED, 1), else_=0), _C.started_at.desc(), _C.id)
        )
        return tuple(map(conversation, rows))

    async def of_customer_log(
        self, customer: CustomerId, before: EventPlace | None, limit: int
    ) -> tuple[Said, ...]:
        """Events of all their conversations, the latest first."""
        place = (EventRow.at, EventRow.conversation_id, EventRow.seq)
        wanted = (
            select(EventRow.conversation_id, EventRow.seq, EventRow.at, EventRow.body)
            .join(_C, _C.id == EventRow.conversation_id)
            .where(_C.customer_id == customer)
            .order_by(*(column.desc() for column in place))
            .limit(limit)
        )
        if before is not None:
            values = (
                literal(value, column.type) for value, column in zip(before, place, strict=True)
            )
            wanted = wanted.where(tuple_(*place) < tuple_(*values))
        rows = await self.connection.execute(wanted)
        return tuple(
            Said(
                conversation=ConversationId(row.conversation_id),
                logged=Logged(seq=row.seq, at=row.at, event=event_from_json(row.body)),
            )
            for row in rows
        )

    async def queue(self) -> tuple[ConversationId, ...]:
        """Who waits, next first."""
        ids = await self.connection.scalars(select(_C.id).where(IN_LINE).order_by(*ORDER))
        return tuple(map(ConversationId, ids))

    async def staff(self, surge: Surge = NO_SURGE) -> Staff:
        """Who is there, how much they can take, and how long a chat took lately."""
        rests = (func.cardinality(AgentRow.teams) > 0) & AgentRow.teams.contained_by(
            sorted(surge.resting)
        )
        there = (
            select(AgentRow.id, (AgentRow.capacity + surge.extra_capacity).label("capacity"))
            .where(
                AgentRow.status == Status.ONLINE,
                AgentRow.disabled_at.is_(None),
                AgentRow.role.in_(HELPERS),
                ~rests,
                heard(PRESENT_S),
            )
            .subquery()
        )
        busy = (
            select(func.count())
            .select_from(_C)
            .where(_C.state == State.AGENT, _C.owner_id.in_(select(there.c.id)))
            .scalar_subquery()
        )
        lately = (
            select((_C.closed_at - _C.accepted_at).label("took"))
            .where(and_(_C.state == State.CLOSED, _C.accepted_at.is_not(None)))
            .order_by(_C.closed_at.desc())
            .limit(HANDLED)
            .subquery()
        )
        seconds = func.extract("epoch", lately.c.took)
        took = select(func.avg(seconds)).scalar_subquery()
        spread = select(func.stddev_pop(seconds) / func.nullif(func.avg(seconds), 0))
        found = await self.connection.execute(
            select(
                func.count(there.c.id),
                func.sum(there.c.capacity),
                busy,
                took,
                spread.scalar_subquery(),
            )
        )
        agents, capacity, busy_now, handling_s, differ = found.one()
        return Staff(
            agents=agents,
            capacity=capacity or 0,
            busy=busy_now,
            handling_s=float(handling_s) if handling_s is not None else None,
            spread=float(differ) if differ is not None else None,
        )


# Statements of every message are put together once: that takes longer than running them.


@cache
def _one() -> Any:
    return selected().where(_C.id == bindparam("id"))


@cache
def _log() -> Any:
    its, later = EventRow.conversation_id == bindparam("id"), EventRow.seq > bindparam("after")
    wanted = select(EventRow.seq, EventRow.at, EventRow.body).where(its, later)
    return wanted.order_by(EventRow.seq).limit(bindparam("most", type_=Integer))
