"""A customer's file: what the platform knows of them, and everything that ever happened."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from handoff.domain.briefing import Logged
from handoff.domain.conversation import Conversation
from handoff.domain.guides import Followed
from handoff.domain.ids import ConversationId
from handoff.domain.packet import PayoutSnapshot
from handoff.domain.people import Customer


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Something that must be in order before money moves."""

    state: str
    reason: str | None
    since: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneSnapshot:
    """A milestone of the customer's, as it stands."""

    id: str
    project: str
    title: str
    state: str
    reason: str | None
    amount: str
    currency: str
    since: datetime
    pays: bool
    """Whether the customer is the one who pays for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformFile:
    """All that the platform's read model knows now; the latest first."""

    segment: str | None = None
    since: date | None = None
    time_zone: str | None = None
    identity: Gate | None = None
    tax: Gate | None = None
    method: Gate | None = None
    payouts: tuple[PayoutSnapshot, ...] = ()
    milestones: tuple[MilestoneSnapshot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformChange:
    """Something came into another state on the platform."""

    id: str
    topic: str
    subject: str
    title: str | None
    state: str
    reason: str | None
    amount: str | None
    currency: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerFile:
    """A customer with all that is known of them."""

    customer: Customer
    platform: PlatformFile
    conversations: tuple[Conversation, ...]
    guides: tuple[Followed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An event in one of the customer's conversations."""

    conversation: ConversationId
    logged: Logged

    @property
    def at(self) -> datetime:
        """When it happened."""
        return self.logged.at

    @property
    def place(self) -> tuple[datetime, ConversationId, int]:
        """Where it stands among all of the customer's events."""
        return (self.logged.at, self.conversation, self.logged.seq)


Entry: TypeAlias = Said | PlatformChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """How far back a timeline was read, in conversations and on the platform."""

    said: tuple[datetime, ConversationId, int] | None = None
    changed: tuple[datetime, str] | None = None


BEGINNING = Since()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of a timeline, the latest first; `next` is where it goes on, None at its end."""

    entries: tuple[Entry, ...]
    next: Since | None


def woven(
    said: tuple[Said, ...], changes: tuple[PlatformChange, ...], begun: Since, limit: int
) -> Stretch:
    """Both in one order. Whoever asked for more than `limit` of each gets `limit` of both."""
    entries: list[Entry] = [*said, *changes]
    ordered = sorted(entries, key=lambda entry: entry.at, reverse=True)
    shown = tuple(ordered[:limit])
    if len(ordered) <= limit:
        return Stretch(entries=shown, next=None)
    told = [entry.place for entry in shown if isinstance(entry, Said)]
    changed = [(it.at, it.id) for it in shown if isinstance(it, PlatformChange)]
    reached = Since(
        said=told[-1] if told else begun.said,
        changed=changed[-1] if changed else begun.changed,
    )
    return Stretch(entries=shown, next=reached)
