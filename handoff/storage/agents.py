"""The people who help: who they are, whether they are there, what they own."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Row, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.conversation import State
from handoff.domain.errors import Unknown
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.people import Agent, Language, Role
from handoff.storage.people import speaks
from handoff.storage.tables import AgentRow, ConversationRow, SessionRow

_C = ConversationRow


def _agent(row: Row[Any]) -> Agent:
    return Agent(
        id=AgentId(row.id),
        name=row.name,
        email=row.email,
        role=Role(row.role),
        languages=tuple(map(Language, row.languages)),
        skills=tuple(row.skills),
        teams=tuple(row.teams),
        capacity=row.capacity,
        available=row.available,
    )


@dataclass(frozen=True, slots=True)
class SqlAgents:
    """Presence and leases are measured by the database's clock alone."""

    connection: AsyncConnection

    async def agent(self, agent: AgentId) -> Agent:
        """Unknown when there is none or it is disabled."""
        return await self._one(agent, lock=False)

    async def of_session(self, token: str) -> Agent | None:
        """None when the token is unknown, ended or lapsed, or the agent is disabled."""
        found = await self.connection.execute(
            select(AgentRow.__table__)
            .join(SessionRow, SessionRow.holder_id == AgentRow.id)
            .where(*speaks(token), AgentRow.disabled_at.is_(None))
        )
        row = found.one_or_none()
        return _agent(row) if row is not None else None

    async def locked(self, agent: AgentId) -> Agent:
        """The agent's row stays locked until this transaction ends."""
        return await self._one(agent, lock=True)

    async def load(self, agent: AgentId) -> int:
        """Conversations the agent owns."""
        owned: int | None = await self.connection.scalar(
            select(func.count()).where(_C.owner_id == agent, _C.state == State.AGENT)
        )
        return owned or 0

    async def credentials(self, email: str) -> tuple[AgentId, str] | None:
        """E-mail addresses are compared without case."""
        found = await self.connection.execute(
            select(AgentRow.id, AgentRow.password_hash).where(
                AgentRow.email == email.casefold(), AgentRow.disabled_at.is_(None)
            )
        )
        row = found.one_or_none()
        return (AgentId(row.id), row.password_hash) if row is not None else None

    async def set_available(self, agent: AgentId, *, available: bool) -> None:
        """Whether they take chats; saying so is a sign of life."""
        await self.connection.execute(
            update(AgentRow)
            .where(AgentRow.id == agent)
            .values(available=available, seen_at=func.now())
        )

    async def beat(self, agent: AgentId, lease_s: float) -> None:
        """A sign of life renews the lease on all they own."""
        await self.connection.execute(
            update(AgentRow).where(AgentRow.id == agent).values(seen_at=func.now())
        )
        await self.connection.execute(
            update(_C)
            .where(_C.owner_id == agent, _C.state == State.AGENT)
            .values(lease_until=func.now() + timedelta(seconds=lease_s))
        )

    async def abandoned(self) -> tuple[ConversationId, ...]:
        """Whose owner's lease has lapsed."""
        ids = await self.connection.scalars(
            select(_C.id).where(_C.state == State.AGENT, _C.lease_until < func.now())
        )
        return tuple(map(ConversationId, ids))

    async def enrol(self, agent: Agent, password_hash: str) -> None:
        """Add an agent, or bring one up to date by e-mail address."""
        facts = {
            "name": agent.name,
            "password_hash": password_hash,
            "role": agent.role,
            "languages": list(agent.languages),
            "skills": list(agent.skills),
            "teams": list(agent.teams),
            "capacity": agent.capacity,
        }
        await self.connection.execute(
            insert(AgentRow)
            .values(id=agent.id, email=agent.email.casefold(), **facts)
            .on_conflict_do_update(index_elements=["email"], set_=facts)
        )

    async def _one(self, agent: AgentId, *, lock: bool) -> Agent:
        wanted = select(AgentRow.__table__).where(
            AgentRow.id == agent, AgentRow.disabled_at.is_(None)
        )
        found = await self.connection.execute(wanted.with_for_update() if lock else wanted)
        row = found.one_or_none()
        if row is None:
            raise Unknown(f"no agent {agent}")
        return _agent(row)
