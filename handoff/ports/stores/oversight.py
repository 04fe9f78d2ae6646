"""Notices, timers, and records of reading and changing."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from handoff.domain.accesses import Access, Recorded
from handoff.domain.changes import Change, Changed
from handoff.domain.crisis import CrisisNotice
from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.people import AgentRef


class Crisis(Protocol):
    """Crisis notices."""

    async def latest(self) -> CrisisNotice | None:
        """The last one that nobody has withdrawn, though its time may have passed."""

    async def publish(self, notice: CrisisNotice) -> None:
        """In place of the one before."""

    async def withdraw(self, by: AgentRef) -> None:
        """Whatever is in force; nothing may be."""

    async def said(self, conversation: ConversationId, text: str) -> bool:
        """Whether the assistant said these words in this conversation."""


class PlaybookTimers(Protocol):
    """Where playbooks run, for the sweep."""

    async def keep(
        self, conversation: ConversationId, playbook: str, due_at: datetime | None
    ) -> None:
        """It has begun here; when its next contact is to be called."""

    async def overdue(self) -> tuple[tuple[ConversationId, str], ...]:
        """Whose contact did not answer in time."""

    async def wanting(self, playbook: str, rules: Collection[str]) -> tuple[ConversationId, ...]:
        """Open cases handed over by one of these rules, in which it never began."""


class Changes(Protocol):
    """What leads and admins changed; only ever added to."""

    async def record(self, change: Change) -> None:
        """In the transaction of what it records."""

    async def latest(self, limit: int) -> tuple[Changed, ...]:
        """Newest first."""


class Accesses(Protocol):
    """The log of reads and writes of personal data; only ever added to."""

    async def record(self, access: Access) -> None:
        """In the transaction of what it records."""

    async def to(self, customer: CustomerId) -> tuple[Recorded, ...]:
        """Every access to a customer's data, oldest first."""
