"""Who waits, and how great the rush is."""

from typing import Protocol

from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.routing import Candidate, Course, SurgeChange
from handoff.ports.values import Key, Queued


class Queue(Protocol):
    """What waits, as its dispatcher reads it. Only the database's clock is asked."""

    async def waiting(self, after: Key | None, limit: int) -> tuple[Queued, ...]:
        """Who waits and is offered to nobody, next first, from behind `after`."""

    async def candidates(self, present_s: float) -> tuple[Candidate, ...]:
        """All who may answer customers; `here` are those online and heard within `present_s`."""

    async def lapsed(self) -> tuple[tuple[ConversationId, AgentId], ...]:
        """Offers whose time is over."""

    async def to_wake(self) -> tuple[ConversationId, ...]:
        """What was put off until now."""

    async def age(self, ageing_s: float) -> tuple[ConversationId, ...]:
        """Move up who has waited long enough; those who did move."""


class Surges(Protocol):
    """The rush, the same for all replicas and after a restart. Only this clock counts."""

    async def course(self) -> Course:
        """How far it is."""

    async def locked(self) -> Course | None:
        """The same, until the work ends; None while another replica looks."""

    async def load(self, within_s: float) -> tuple[int, int]:
        """How many wait, and how many were handed over within these last seconds."""

    async def keep(self, course: Course) -> None:
        """How far it is now."""

    async def record(self, change: SurgeChange) -> None:
        """It rose or fell; only ever added to."""

    async def changes(self, limit: int) -> tuple[SurgeChange, ...]:
        """The latest rises and falls, newest first."""
