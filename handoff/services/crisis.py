"""What everybody has to know at once stands before what the assistant answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from handoff.domain.changes import Change, ChangeKind
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

    def faults(self, ends_at: datetime) -> Iterator[Invalid]:
        """What would be refused."""
        if ends_at <= self.now():
            yield Invalid("ends_at", "must lie in the future", kind="in_the_past")

    async def publish(
        self, lead: Agent, text: Mapping[Language, str], ends_at: datetime
    ) -> CrisisNotice:
        """Say it from now on, in place of any other, until it ends."""
        now = self.now()
        for fault in self.faults(ends_at):
            raise fault
        notice = CrisisNotice(id=uuid4(), text=text, begins_at=now, ends_at=ends_at, by=_ref(lead))
        async with self.open_work() as work:
            await work.crisis.publish(notice)
            await work.changes.record(_published(notice))
        self._latest = notice
        return notice

    async def withdraw(self, lead: Agent) -> None:
        """It is over."""
        async with self.open_work() as work:
            if await work.crisis.latest() is not None:
                await work.crisis.withdraw(_ref(lead))
                await work.changes.record(_withdrawn(lead))
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


def _published(notice: CrisisNotice) -> Change:
    text = {language.value: words for language, words in notice.text.items()}
    after = {**text, "ends_at": notice.ends_at.isoformat()}
    kind = ChangeKind.NOTICE_PUBLISHED
    return Change(by=notice.by, kind=kind, about="", before={}, after=after)


def _withdrawn(lead: Agent) -> Change:
    kind = ChangeKind.NOTICE_WITHDRAWN
    return Change(by=_ref(lead), kind=kind, about="", before={}, after={})


def _ref(agent: Agent) -> AgentRef:
    return AgentRef(id=agent.id, name=agent.name)
