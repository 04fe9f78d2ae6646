"""What composing a reply needs of the world."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from handoff.domain.canned import CannedReply
from handoff.domain.people import Language


class CannedReplies(Protocol):
    """Replies written in advance."""

    async def all(self) -> tuple[CannedReply, ...]:
        """By shortcut."""

    async def find(self, reply: UUID) -> CannedReply | None:
        """Locked until the work ends."""

    async def put(self, reply: CannedReply) -> None:
        """New, or in place of what was there; Conflict when its shortcut is taken there."""

    async def remove(self, reply: UUID) -> None:
        """Gone; nothing may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What can be said about a payout now; `response` names the words, `values` fill them."""

    reference: str
    amount: str
    state: str
    response: str
    values: Mapping[str, str] = field(default_factory=dict)
    preface: str | None = None
    expected: str | None = None
    """When it should be there, in words; None where nobody knows."""
    article: str | None = None
    """The slug of the help page that explains more."""


class Statements(Protocol):
    """The payouts of a customer, in their language and time zone."""

    async def about(self, sub: str, reference: str | None, language: Language) -> Statement | None:
        """The payout that is named and theirs, failing that the latest."""
