"""What everybody has to know at once stands before what the assistant answers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from handoff.domain.crisis import CrisisNotice
from handoff.domain.errors import Invalid
from handoff.domain.messages import Text
from handoff.domain.people import Agent, AgentRef, Language
from handoff.ports import Answer, Assistant, Clock, OpenWork, Turn


@dataclass(eq=False, slots=True)
class CrisisNotices:
    """Published by leads. Remembered between looks, so that no answer waits for a read."""

    open_work: OpenWork
    now: Clock
    _latest: CrisisNotice | None = None

    @property
    def current(self) -> CrisisNotice | None:
        """The one in force, as of the last look."""
        latest = self._latest
        return latest if latest is not None and latest.holds(self.now()) else None

    async def look(self) -> CrisisNotice | None:
        """See what other front doors have published or withdrawn."""
        async with self.open_work() as work:
            self._latest = await work.crisis.latest()
        return self.current

    async def publish(
        self, lead: Agent, text: Mapping[Language, str], ends_at: datetime
    ) -> CrisisNotice:
        """Say it from now on, in place of any other, until it ends."""
        now = self.now()
        if ends_at <= now:
            raise Invalid("ends_at", "must lie in the future")
        notice = CrisisNotice(id=uuid4(), text=text, begins_at=now, ends_at=ends_at, by=_ref(lead))
        async with self.open_work() as work:
            await work.crisis.publish(notice)
        self._latest = notice
        return notice

    async def withdraw(self, lead: Agent) -> None:
        """It is over."""
        async with self.open_work() as work:
            await work.crisis.withdraw(_ref(lead))
        self._latest = None


@dataclass(frozen=True, slots=True)
class Announcing:
    """An assistant that says the notice before its answer, once in each conversation."""

    open_look: OpenWork
    notices: CrisisNotices
    assistant: Assistant

    async def answer(self, turn: Turn) -> Answer:
        """Whoever has read it is not told again with every answer; a new wording is new."""
        answer = await self.assistant.answer(turn)
        notice = self.notices.current
        if notice is None:
            return answer
        text = notice.text[answer.language or turn.said.language]
        async with self.open_look() as work:
            said = await work.crisis.said(turn.conversation.id, text)
        return answer if said else replace(answer, parts=(Text(text=text), *answer.parts))


def _ref(agent: Agent) -> AgentRef:
    return AgentRef(id=agent.id, name=agent.name)
