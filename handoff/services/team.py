"""The people of the team, and what they can do."""

from dataclasses import dataclass, replace
from typing import Any

from handoff.domain.changes import between
from handoff.domain.ids import AgentId
from handoff.domain.members import Known, faults
from handoff.domain.people import Agent
from handoff.domain.routing import Candidate
from handoff.domain.words import SKILL_TOPICS
from handoff.ports import Hints, OpenWork, Policy


@dataclass(frozen=True, slots=True)
class Team:
    """Who is there is asked of the database each time."""

    open_work: OpenWork
    hints: Hints
    policy: Policy
    present_s: float

    async def colleagues(self) -> tuple[Candidate, ...]:
        """All who may answer customers, by name."""
        async with self.open_work() as work:
            return await work.queue.candidates(self.present_s)

    def known(self) -> Known:
        """What an agent can be given."""
        return Known(skills=tuple(SKILL_TOPICS), teams=self.names())

    def names(self) -> tuple[str, ...]:
        """The teams there are."""
        return tuple(team.name for team in self.policy().teams)

    async def equip(self, by: Agent, agent: AgentId, **changes: Any) -> Agent:
        """What an agent can do from now on; who waits for just that is offered at once."""
        async with self.open_work() as work:
            before = await work.agents.locked(agent)
            now = replace(before, **changes)
            for fault in faults(now, self.known()):
                raise fault
            await work.agents.equip(now)
            change = between(by.ref, before, now)
            if change.after:
                await work.changes.record(change)
        self.hints.dispatch()
        return now
