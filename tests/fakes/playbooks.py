"""Timers of playbooks in memory."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from handoff.domain.ids import ConversationId
from handoff.domain.transitions import WITH_PEOPLE
from tests.fakes.memory import Memory


@dataclass(frozen=True, slots=True)
class FakePlaybooks:
    """Where they began, and when the next contact is to be called."""

    memory: Memory

    async def keep(
        self, conversation: ConversationId, playbook: str, due_at: datetime | None
    ) -> None:
        """It has begun."""
        self.memory.timers[conversation, playbook] = due_at

    async def overdue(self) -> tuple[tuple[ConversationId, str], ...]:
        """By the clock of the store."""
        now = self.memory.now()
        return tuple(key for key, due in self.memory.timers.items() if due and due < now)

    async def wanting(self, playbook: str, rules: Collection[str]) -> tuple[ConversationId, ...]:
        """Open cases handed over by these rules."""
        return tuple(
            it.id
            for it in self.memory.conversations.values()
            if it.state in WITH_PEOPLE
            and it.packet is not None
            and it.packet.rule in rules
            and (it.id, playbook) not in self.memory.timers
        )
