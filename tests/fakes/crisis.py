"""Crisis notices in memory."""

from dataclasses import dataclass

from handoff.domain.crisis import CrisisNotice
from handoff.domain.events import AssistantSaid
from handoff.domain.ids import ConversationId
from handoff.domain.messages import Text
from handoff.domain.people import AgentRef
from tests.fakes.memory import Memory


@dataclass(frozen=True, slots=True)
class FakeCrisisNotices:
    """At most one."""

    memory: Memory

    async def latest(self) -> CrisisNotice | None:
        """The one that is not withdrawn."""
        return next(iter(self.memory.notices.values()), None)

    async def publish(self, notice: CrisisNotice) -> None:
        """In place of the one before."""
        await self.withdraw(notice.by)
        self.memory.notices[notice.id] = notice

    async def withdraw(self, by: AgentRef) -> None:
        """Gone."""
        assert by.name
        self.memory.notices.clear()

    async def said(self, conversation: ConversationId, text: str) -> bool:
        """Whether an answer held these words as a text of their own."""
        log = self.memory.logs.get(conversation, ())
        answers = (it.event for it in log if isinstance(it.event, AssistantSaid))
        return any(Text(text=text) in answer.parts for answer in answers)
