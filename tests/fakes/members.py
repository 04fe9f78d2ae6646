"""The team's list in memory."""

from dataclasses import dataclass, replace
from uuid import UUID

from handoff.domain.changes import Change, Changed
from handoff.domain.errors import Conflict, Unknown
from handoff.domain.ids import AgentId
from handoff.domain.members import Member
from handoff.domain.people import Agent
from tests.fakes.memory import Enrolled, Memory


@dataclass(frozen=True, slots=True)
class FakeMembers:
    """Everybody who was ever enrolled."""

    memory: Memory

    async def all(self) -> tuple[Member, ...]:
        """By name."""
        them = map(_member, self.memory.agents.values())
        return tuple(sorted(them, key=lambda it: (it.agent.name, it.agent.id)))

    async def member(self, agent: AgentId) -> Member:
        """Unknown when there is none."""
        return _member(self._known(agent))

    async def locked(self, agent: AgentId) -> Member:
        """Works never overlap here."""
        return await self.member(agent)

    async def by_email(self, email: str) -> AgentId | None:
        """Without case."""
        known = {it.agent.email.casefold(): id_ for id_, it in self.memory.agents.items()}
        return known.get(email.casefold())

    async def add(self, agent: Agent, password_hash: str) -> None:
        """An address belongs to one."""
        if await self.by_email(agent.email) is not None:
            raise Conflict("somebody else was first")
        new = replace(agent, email=agent.email.casefold())
        self.memory.agents[agent.id] = Enrolled(agent=new, password_hash=password_hash)

    async def revise(self, agent: Agent) -> None:
        """All but whether they are there."""
        known = self._known(agent.id)
        new = replace(agent, email=agent.email.casefold(), status=known.agent.status)
        self.memory.agents[agent.id] = replace(known, agent=new)

    async def set_password(self, agent: AgentId, password_hash: str) -> None:
        """In place of the one before."""
        self.memory.agents[agent] = replace(self._known(agent), password_hash=password_hash)

    async def disable(self, agent: AgentId) -> None:
        """From now on."""
        gone = replace(self._known(agent), disabled=True, disabled_at=self.memory.now())
        self.memory.agents[agent] = gone

    async def enable(self, agent: AgentId) -> None:
        """As before."""
        back = replace(self._known(agent), disabled=False, disabled_at=None)
        self.memory.agents[agent] = back

    def _known(self, agent: UUID) -> Enrolled:
        found = self.memory.agents.get(AgentId(agent))
        if found is None:
            raise Unknown("no such agent")
        return found


def _member(it: Enrolled) -> Member:
    return Member(agent=it.agent, seen_at=it.seen_at, disabled_at=it.disabled_at)


@dataclass(frozen=True, slots=True)
class FakeChanges:
    """What was changed."""

    memory: Memory

    async def record(self, change: Change) -> None:
        """With the time."""
        changed = Changed(at=self.memory.now(), change=change)
        self.memory.changes = (*self.memory.changes, changed)

    async def latest(self, limit: int) -> tuple[Changed, ...]:
        """Newest first."""
        return tuple(reversed(self.memory.changes))[:limit]
