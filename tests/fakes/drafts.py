"""Drafts of replies in memory."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from handoff.domain.drafting import Draft
from handoff.domain.ids import AgentId, ConversationId
from tests.fakes.memory import Memory

KEPT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class FakeReplyDrafts:
    """Forgotten after a week."""

    memory: Memory

    async def keep(self, it: ConversationId, agent: AgentId, draft: Draft) -> None:
        """What is too old goes with it."""
        assert agent
        now = self.memory.now()
        for key, (_, at) in tuple(self.memory.drafts.items()):
            if at < now - KEPT:
                del self.memory.drafts[key]
        self.memory.drafts[it, draft.id] = (draft, now)

    async def of(self, it: ConversationId, draft: UUID) -> Draft | None:
        """Only of this conversation."""
        found = self.memory.drafts.get((it, draft))
        return found[0] if found else None
