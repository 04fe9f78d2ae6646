"""The team's list, and what was changed in it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.changes import Change, Changed, ChangeKind
from handoff.domain.errors import Unknown
from handoff.domain.ids import AgentId
from handoff.domain.members import Member
from handoff.domain.people import Agent, AgentRef
from handoff.storage.agents import agent_of, equipment
from handoff.storage.tables import AgentRow, ChangeRow

_A, _L = AgentRow, ChangeRow


@dataclass(frozen=True, slots=True)
class SqlMembers:
    """Disabled ones stay: the log names them."""

    connection: AsyncConnection

    async def all(self) -> tuple[Member, ...]:
        """By name."""
        wanted = select(_A.__table__).order_by(_A.name, _A.id)
        return tuple(map(_member, await self.connection.execute(wanted)))

    async def member(self, agent: AgentId) -> Member:
        """Unknown when there is none."""
        return await self._one(select(_A.__table__).where(_A.id == agent))

    async def locked(self, agent: AgentId) -> Member:
        """The same, locked until this transaction ends."""
        return await self._one(select(_A.__table__).where(_A.id == agent).with_for_update())

    async def by_email(self, email: str) -> AgentId | None:
        """Addresses are compared without case."""
        found = await self.connection.scalar(select(_A.id).where(_A.email == email.casefold()))
        return AgentId(found) if found else None

    async def add(self, agent: Agent, password_hash: str) -> None:
        """Conflict when somebody added the same address meanwhile."""
        await self.connection.execute(
            insert(_A).values(id=agent.id, password_hash=password_hash, **_facts(agent))
        )

    async def revise(self, agent: Agent) -> None:
        """All but whether they are there."""
        await self._set(agent.id, **_facts(agent))

    async def set_password(self, agent: AgentId, password_hash: str) -> None:
        """In place of the one before."""
        await self._set(agent, password_hash=password_hash)

    async def disable(self, agent: AgentId) -> None:
        """From now on."""
        await self._set(agent, disabled_at=func.now())

    async def enable(self, agent: AgentId) -> None:
        """As before."""
        await self._set(agent, disabled_at=None)

    async def _set(self, agent: AgentId, **values: Any) -> None:
        await self.connection.execute(update(_A).where(_A.id == agent).values(**values))

    async def _one(self, wanted: Any) -> Member:
        row = (await self.connection.execute(wanted)).one_or_none()
        if row is None:
            raise Unknown("no such agent")
        return _member(row)


def _facts(agent: Agent) -> dict[str, Any]:
    known = {"name": agent.name, "email": agent.email.casefold(), "role": agent.role}
    return known | equipment(agent)


def _member(row: Row[Any]) -> Member:
    return Member(agent=agent_of(row), seen_at=row.seen_at, disabled_at=row.disabled_at)


@dataclass(frozen=True, slots=True)
class SqlChanges:
    """Only ever added to."""

    connection: AsyncConnection

    async def record(self, change: Change) -> None:
        """In the transaction of what it records."""
        await self.connection.execute(
            insert(_L).values(
                by_id=change.by.id,
                by_name=change.by.name,
                kind=change.kind,
                about=change.about,
                before=dict(change.before),
                after=dict(change.after),
            )
        )

    async def latest(self, limit: int) -> tuple[Changed, ...]:
        """Newest first."""
        rows = await self.connection.execute(
            select(_L.__table__).order_by(_L.id.desc()).limit(limit)
        )
        return tuple(
            Changed(
                at=row.at,
                change=Change(
                    by=AgentRef(id=AgentId(row.by_id), name=row.by_name),
                    kind=ChangeKind(row.kind),
                    about=row.about,
                    before=row.before,
                    after=row.after,
                ),
            )
            for row in rows
        )
