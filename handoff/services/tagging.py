"""Agents sort cases by tags."""

from dataclasses import dataclass

from handoff.domain.ids import ConversationId
from handoff.domain.people import Agent
from handoff.ports import Hints, OpenWork
from handoff.services.steps import tagged


@dataclass(frozen=True, slots=True)
class Tagging:
    """No ownership needed; the log says who did what."""

    open_work: OpenWork
    hints: Hints

    async def change(
        self,
        agent: Agent,
        it: ConversationId,
        add: tuple[str, ...] = (),
        remove: tuple[str, ...] = (),
    ) -> None:
        """Some more, some fewer; the others stay."""
        async with self.open_work() as work:
            before = await work.conversations.locked(it)
            kept = tuple(tag for tag in (*before.tags, *add) if tag not in remove)
            after = await tagged(work, agent, before, kept)
        if after is not before:
            await self.hints.changed(it)

    async def put(self, agent: Agent, it: ConversationId, tags: tuple[str, ...]) -> None:
        """Exactly these from now on; the same again changes nothing."""
        async with self.open_work() as work:
            before = await work.conversations.locked(it)
            after = await tagged(work, agent, before, tags)
        if after is not before:
            await self.hints.changed(it)
