"""The people who help, in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from handoff.domain.conversation import State
from handoff.domain.errors import Unknown
from handoff.domain.events import Channel
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.people import Agent, Status
from tests.fakes.memory import Enrolled, Memory
from tests.fakes.people import holder_of
from tests.fakes.queue import load_of

NOBODY = UUID(int=0)
MISSED = 2


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

    async def load(self, agent: AgentId) -> Mapping[Channel, int]:
        """Conversations they own or are offered."""
        return load_of(self.memory, agent)

    async def credentials(self, email: str) -> tuple[AgentId, str] | None:
        """E-mail addresses are compared without case."""
        for id_, it in self.memory.agents.items():
            if it.agent.email == email.casefold() and not it.disabled:
                return id_, it.password_hash
        return None

    async def set_status(self, agent: AgentId, status: Status) -> None:
        """Saying so is a sign of life."""
        if agent in self.memory.agents:
            it = self.memory.agents[agent]
            said = replace(it.agent, status=status)
            now = self.memory.now()
            self._keep(agent, replace(it, agent=said, missed=0, seen_at=now, idle_since=now))

    async def took(self, agent: AgentId, lease_s: float) -> None:
        """They are at their desk, and hold the lease on all they own."""
        await self.beat(agent, lease_s)
        it = self.memory.agents[agent]
        self._keep(agent, replace(it, missed=0, idle_since=self.memory.now()))

    async def declined(self, agent: AgentId) -> None:
        """They are at their desk."""
        self._keep(agent, replace(self.memory.agents[agent], missed=0))

    async def missed(self, agent: AgentId) -> Status:
        """After two in a row they are away."""
        it = self.memory.agents[agent]
        often = it.missed + 1 >= MISSED and it.agent.status is Status.ONLINE
        status = Status.AWAY if often else it.agent.status
        said = replace(it.agent, status=status)
        self._keep(agent, replace(it, agent=said, missed=it.missed + 1))
        return status

    async def beat(self, agent: AgentId, lease_s: float) -> Status:
        """Renews the lease on all they own."""
        found = await self.agent(agent)
        self._keep(agent, replace(self.memory.agents[agent], seen_at=self.memory.now()))
        for conversation in self._owned(agent):
            self.memory.leases[conversation] = self.memory.now() + timedelta(seconds=lease_s)
        return found.status

    async def owned(self, agent: AgentId) -> tuple[ConversationId, ...]:
        """What is theirs."""
        return tuple(self._owned(agent))

    async def offered(self, agent: AgentId) -> tuple[ConversationId, ...]:
        """What they are asked to take."""
        its = self.memory.conversations.values()
        return tuple(it.id for it in its if it.offer is not None and it.offer.agent.id == agent)

    async def equip(self, agent: Agent) -> None:
        """What only they say of themselves stays."""
        known = await self.agent(agent.id)
        kept = replace(
            agent, name=known.name, email=known.email, role=known.role, status=known.status
        )
        self._keep(agent.id, replace(self.memory.agents[agent.id], agent=kept))

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
        self.memory.agents[agent] = it
