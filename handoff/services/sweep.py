"""Time passed: makes up for whatever nobody told us."""

from dataclasses import dataclass

from handoff.domain.conversation import State
from handoff.domain.errors import Conflict
from handoff.domain.events import AgentVanished
from handoff.domain.ids import ConversationId
from handoff.ports import Hints, OpenWork


@dataclass(frozen=True, slots=True)
class Sweep:
    """Gives the conversations of agents who vanished back to the queue."""

    open_work: OpenWork
    hints: Hints

    async def release_abandoned(self) -> int:
        """How many conversations wait again."""
        async with self.open_work() as work:
            abandoned = await work.agents.abandoned()
        return sum([await self._released(conversation) for conversation in abandoned])

    async def _released(self, conversation: ConversationId) -> bool:
        try:
            async with self.open_work() as work:
                before = await work.conversations.locked(conversation)
                still = await work.agents.abandoned()
                if before.state is not State.AGENT or before.owner is None:
                    return False
                if conversation not in still:
                    return False
                await work.conversations.append(before, AgentVanished(agent=before.owner))
        except Conflict:
            return False  # another replica's sweep was first
        await self.hints.changed(conversation)
        self.hints.dispatch()
        return True
