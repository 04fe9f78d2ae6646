"""Lists with names in memory."""

from dataclasses import dataclass

from handoff.domain.errors import Conflict
from handoff.domain.ids import AgentId, SavedViewId
from handoff.domain.views import SavedView
from tests.fakes.memory import Memory


@dataclass(frozen=True, slots=True)
class FakeSavedViews:
    """Each agent's own."""

    memory: Memory

    async def of(self, agent: AgentId) -> tuple[SavedView, ...]:
        """By name."""
        own = (it for owner, it in self.memory.saved_views.values() if owner == agent)
        return tuple(sorted(own, key=lambda it: it.name))

    async def keep(self, agent: AgentId, saved: SavedView) -> None:
        """A new one, or another form of one of theirs."""
        owner, _ = self.memory.saved_views.get(saved.id, (agent, saved))
        if owner != agent:
            return
        if any(it.name == saved.name and it.id != saved.id for it in await self.of(agent)):
            raise Conflict("somebody else was first")
        self.memory.saved_views[saved.id] = (agent, saved)

    async def forget(self, agent: AgentId, saved: SavedViewId) -> bool:
        """Whether there was one."""
        if self.memory.saved_views.get(saved, (None, None))[0] != agent:
            return False
        del self.memory.saved_views[saved]
        return True
