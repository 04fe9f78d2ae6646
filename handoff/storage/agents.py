"""The people who help: who they are, whether they are there, what they own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Interval,
    Row,
    Uuid,
    bindparam,
    case,
    func,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.conversation import State
from handoff.domain.errors import Unknown
from handoff.domain.events import Channel
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.people import Agent, Language, Role, Status
from handoff.storage.people import SPEAKS, hashed
from handoff.storage.tables import AgentRow, ConversationRow, SessionRow

_C = ConversationRow
_AGENT = bindparam("agent", type_=Uuid)


MISSED = 2
"""Offers in a row that lapse: whoever lets so many pass is not at their desk."""


def agent_of(row: Row[Any]) -> Agent:
    """The value of a row."""
    return Agent(
        id=AgentId(row.id),
        name=row.name,
        email=row.email,
        role=Role(row.role),
        languages=tuple(map(Language, row.languages)),
        skills=tuple(row.skills),
        teams=tuple(row.teams),
        capacity=row.capacity,
        status=Status(row.status),
        levels=row.levels,
        channel_capacity=row.channel_capacity,
    )


def heard(within_s: float) -> ColumnElement[bool]:
    """Whether an agent's console was heard of lately, by the database's clock."""
    return AgentRow.seen_at > func.clock_timestamp() - timedelta(seconds=within_s)


@dataclass(frozen=True, slots=True)
class SqlAgents:
    """Presence and leases are measured by the database's clock alone."""

    connection: AsyncConnection

    async def agent(self, agent: AgentId) -> Agent:
        """Unknown when there is none or it is disabled."""
        return await self._one(agent, lock=False)

    async def of_session(self, token: str) -> Agent | None:
        """None when the token is unknown, ended or lapsed, or the agent is disabled."""
        found = await self.connection.execute(_of_session(), {"token_hash": hashed(token)})
        row = found.one_or_none()
        return agent_of(row) if row is not None else None

    async def locked(self, agent: AgentId) -> Agent:
        """The agent's row stays locked until this transaction ends."""
        return await self._one(agent, lock=True)

    async def load(self, agent: AgentId) -> Mapping[Channel, int]:
        """Conversations they own or are offered, by channel."""
        rows = await self.connection.execute(_load(), {"agent": agent})
        return {Channel(row.channel): row.having for row in rows}

    async def credentials(self, email: str) -> tuple[AgentId, str] | None:
        """E-mail addresses are compared without case."""
        found = await self.connection.execute(
            select(AgentRow.id, AgentRow.password_hash).where(
                AgentRow.email == email.casefold(), AgentRow.disabled_at.is_(None)
            )
        )
        row = found.one_or_none()
        return (AgentId(row.id), row.password_hash) if row is not None else None

    async def set_status(self, agent: AgentId, status: Status) -> None:
        """Whether they take chats; saying so is a sign of life."""
        await self.connection.execute(
            update(AgentRow)
            .where(AgentRow.id == agent)
            .values(status=status, missed=0, seen_at=func.now(), idle_since=func.now())
        )

    async def took(self, agent: AgentId, lease_s: float) -> None:
        """They own something new: they are at their desk, and hold the lease on all they own."""
        told = {"agent": agent, "lease": timedelta(seconds=lease_s)}
        await self.connection.execute(_took(), told)

    async def declined(self, agent: AgentId) -> None:
        """They said no: they are at their desk."""
        await self.connection.execute(update(AgentRow).where(AgentRow.id == agent).values(missed=0))

    async def missed(self, agent: AgentId) -> Status:
        """They let an offer lapse; after `MISSED` in a row they are away."""
        often = (AgentRow.missed + 1 >= MISSED) & (AgentRow.status == Status.ONLINE)
        status = await self.connection.scalar(
            update(AgentRow)
            .where(AgentRow.id == agent)
            .values(
                missed=AgentRow.missed + 1,
                status=case((often, Status.AWAY), else_=AgentRow.status),
            )
            .returning(AgentRow.status)
        )
        return Status(str(status))

    async def beat(self, agent: AgentId, lease_s: float) -> Status:
        """A sign of life renews the lease on all they own."""
        status = await self.connection.scalar(
            update(AgentRow)
            .where(AgentRow.id == agent, AgentRow.disabled_at.is_(None))
            .values(seen_at=func.now())
            .returning(AgentRow.status)
        )
        if status is None:
            raise Unknown(f"no agent {agent}")
        await self.connection.execute(
            update(_C)
            .where(_C.owner_id == agent, _C.state == State.AGENT)
            .values(lease_until=func.now() + timedelta(seconds=lease_s))
        )
        return Status(str(status))

    async def abandoned(self) -> tuple[ConversationId, ...]:
        """Whose owner's lease has lapsed."""
        ids = await self.connection.scalars(
            select(_C.id).where(_C.state == State.AGENT, _C.lease_until < func.now())
        )
        return tuple(map(ConversationId, ids))

    async def owned(self, agent: AgentId) -> tuple[ConversationId, ...]:
        """What is theirs."""
        ids = await self.connection.scalars(
            select(_C.id).where(_C.state == literal_column("'agent'"), _C.owner_id == agent)
        )
        return tuple(map(ConversationId, ids))

    async def offered(self, agent: AgentId) -> tuple[ConversationId, ...]:
        """What they are asked to take."""
        ids = await self.connection.scalars(
            select(_C.id).where(_C.state == literal_column("'offered'"), _C.offered_to == agent)
        )
        return tuple(map(ConversationId, ids))

    async def equip(self, agent: Agent) -> None:
        """What they can do, for whom, and how much at once."""
        changed = update(AgentRow).where(AgentRow.id == agent.id, AgentRow.disabled_at.is_(None))
        done = await self.connection.execute(changed.values(**equipment(agent)))
        if done.rowcount == 0:
            raise Unknown(f"no agent {agent.id}")

    async def enrol(self, agent: Agent, password_hash: str) -> None:
        """Add an agent, or bring one up to date by e-mail address."""
        facts = {
            "name": agent.name,
            "password_hash": password_hash,
            "role": agent.role,
            **equipment(agent),
        }
        await self.connection.execute(
            insert(AgentRow)
            .values(id=agent.id, email=agent.email.casefold(), **facts)
            .on_conflict_do_update(index_elements=["email"], set_=facts)
        )

    async def _one(self, agent: AgentId, *, lock: bool) -> Agent:
        found = await self.connection.execute(_active(lock), {"agent": agent})
        row = found.one_or_none()
        if row is None:
            raise Unknown(f"no agent {agent}")
        return agent_of(row)


# Statements that every claim runs are put together once: that takes longer than running them.


@cache
def _active(lock: bool) -> Any:
    wanted = select(AgentRow.__table__).where(AgentRow.id == _AGENT, AgentRow.disabled_at.is_(None))
    return wanted.with_for_update() if lock else wanted


@cache
def _of_session() -> Any:
    joined = select(AgentRow.__table__).join(SessionRow, SessionRow.holder_id == AgentRow.id)
    return joined.where(*SPEAKS, AgentRow.disabled_at.is_(None))


@cache
def _load() -> Any:
    theirs = or_(
        (_C.owner_id == _AGENT) & (_C.state == literal_column("'agent'")),
        (_C.offered_to == _AGENT) & (_C.state == literal_column("'offered'")),
    )
    return select(_C.channel, func.count().label("having")).where(theirs).group_by(_C.channel)


@cache
def _took() -> Any:
    at_desk = (
        update(AgentRow)
        .where(AgentRow.id == _AGENT)
        .values(missed=0, idle_since=func.now(), seen_at=func.now())
        .returning(AgentRow.id)
        .cte("at_desk")
    )
    return (
        update(_C)
        .where(_C.owner_id == _AGENT, _C.state == literal_column("'agent'"))
        .values(lease_until=func.now() + bindparam("lease", type_=Interval))
        .add_cte(at_desk)
    )


def equipment(agent: Agent) -> dict[str, Any]:
    """The columns that say what somebody can do."""
    return {
        "languages": list(agent.languages),
        "skills": list(agent.skills),
        "levels": dict(agent.levels),
        "teams": list(agent.teams),
        "capacity": agent.capacity,
        "channel_capacity": dict(agent.channel_capacity),
    }
