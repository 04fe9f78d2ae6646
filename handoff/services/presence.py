"""Whether agents are there: as they say, and as their consoles show."""

from dataclasses import dataclass

from handoff.domain.ids import AgentId
from handoff.domain.people import Agent, Status
from handoff.ports import Hints, OpenWork
from handoff.services.passing import Passing


@dataclass(frozen=True, slots=True)
class Presence:
    """Status first, in a work of its own: from then on nothing new comes; then what they have."""

    open_work: OpenWork
    hints: Hints
    lease_s: float
    passing: Passing

    async def become(self, agent: AgentId, status: Status) -> Agent:
        """Take chats, or not, or have others take what one has."""
        async with self.open_work() as work:
            await work.agents.set_status(agent, status)
            now = await work.agents.agent(agent)
        if status is not Status.ONLINE:
            await self.passing.offers.withdraw(agent)
        if not status.keeps:
            await self.passing.give_up_all(now)
        self.hints.dispatch()
        return now

    async def beat(self, agent: AgentId) -> Status:
        """The agent's console is alive; what they said of themselves last, maybe elsewhere."""
        async with self.open_work() as work:
            return await work.agents.beat(agent, self.lease_s)

    async def arrive(self, agent: AgentId) -> None:
        """A console has connected: whoever was away for a moment can be asked again."""
        await self.beat(agent)
        self.hints.dispatch()
