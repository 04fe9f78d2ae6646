"""The rush in memory."""

from dataclasses import dataclass, replace
from datetime import timedelta

from handoff.domain.events import HumanAsked
from handoff.domain.routing import Course, SurgeChange
from handoff.domain.transitions import IN_LINE
from tests.fakes.memory import Memory


@dataclass(frozen=True, slots=True)
class FakeSurges:
    """Works never overlap here, so the lock is always free."""

    memory: Memory

    async def course(self) -> Course:
        """As of now."""
        now = self.memory.now()
        calm = Course(level=0, worse_since=None, better_since=None, as_of=now)
        return replace(self.memory.course or calm, as_of=now)

    async def locked(self) -> Course | None:
        """The same."""
        return await self.course()

    async def load(self, within_s: float) -> tuple[int, int]:
        """Those in line, and those handed over of late."""
        since = self.memory.now() - timedelta(seconds=within_s)
        waiting = sum(it.state in IN_LINE for it in self.memory.conversations.values())
        entries = (entry for log in self.memory.logs.values() for entry in log)
        came = sum(isinstance(it.event, HumanAsked) and it.at > since for it in entries)
        return waiting, came

    async def keep(self, course: Course) -> None:
        """How it is now."""
        self.memory.course = course

    async def record(self, change: SurgeChange) -> None:
        """Added to the others."""
        self.memory.surge_changes = (change, *self.memory.surge_changes)

    async def changes(self, limit: int) -> tuple[SurgeChange, ...]:
        """Newest first."""
        return self.memory.surge_changes[:limit]
