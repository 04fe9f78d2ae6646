"""The people who help, in memory."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from handoff.domain.conversation import State
from handoff.domain.errors import Unknown
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.people import Agent
from tests.fakes.memory import Enrolled, Memory
from tests.fakes.people import holder_of

NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class FakeAgents:
    """Presence and leases by the store's own clock."""

    memory: Memory

    async def agent(self, agent: AgentId) -> Agent:
        """Unknown when there is none or it is disabled."""
        found = self.memory.agents.get(agent)
        if found is None or found.disabled:
            raise Unknown(f"no agent {agent}")
        return found.agent

    async def of_session(self, token: str) -> Agent | None:
        """None when the session has ended or the agent is gone."""
        found = self.memory.agents.get(AgentId(holder_of(self.memory, token) or NOBODY))
        return None if found is None or found.disabled else found.agent

    async def locked(self, agent: AgentId) -> Agent:
        """Works never overlap here, so there is nothing to lock."""
        return await self.agent(agent)

    async def load(self, agent: AgentId) -> int:
        """Conversations the agent owns."""
        return len(self._owned(agent))

    async def credentials(self, email: str) -> tuple[AgentId, str] | None:
        """E-mail addresses are compared without case."""
        for id_, it in self.memory.agents.items():
            if it.agent.email == email.casefold() and not it.disabled:
                return id_, it.password_hash
        return None

    async def set_available(self, agent: AgentId, *, available: bool) -> None:
        """Saying so is a sign of life."""
        if agent in self.memory.agents:
            it = self.memory.agents[agent]
            self._keep(agent, replace(it, agent=replace(it.agent, available=available)))

    async def beat(self, agent: AgentId, lease_s: float) -> None:
        """Renews the lease on all they own."""
        if agent in self.memory.agents:
            self._keep(agent, self.memory.agents[agent])
        for conversation in self._owned(agent):
            self.memory.leases[conversation] = self.memory.now() + timedelta(seconds=lease_s)

    async def abandoned(self) -> tuple[ConversationId, ...]:
        """Whose owner's lease has lapsed."""
        now = self.memory.now()
        return tuple(
            conversation
            for conversation, until in self.memory.leases.items()
            if until < now and self.memory.conversations[conversation].state is State.AGENT
        )

    def _owned(self, agent: AgentId) -> list[ConversationId]:
        owners = {it.id: it.owner for it in self.memory.conversations.values()}
        return [id_ for id_, owner in owners.items() if owner is not None and owner.id == agent]

    def _keep(self, agent: AgentId, it: Enrolled) -> None:
        self.memory.agents[agent] = replace(it, seen_at=self.memory.now())
