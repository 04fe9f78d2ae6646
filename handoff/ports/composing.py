"""What composing a reply needs of the world."""

from typing import Protocol
from uuid import UUID

from handoff.domain.canned import CannedReply
from handoff.domain.drafting import Draft, Maker, Material, Statement
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.people import Language
from handoff.domain.tone import ToneFinding


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


class ReplyDrafts(Protocol):
    """Drafts that were made, for as long as they may be used."""

    async def keep(self, it: ConversationId, agent: AgentId, draft: Draft) -> None:
        """Made in this conversation, for this agent."""

    async def of(self, it: ConversationId, draft: UUID) -> Draft | None:
        """None when it is none of this conversation, or not kept any more."""


class DraftWriter(Protocol):
    """Puts what is known into words."""

    async def write(self, material: Material) -> tuple[str, Maker]:
        """The text, and who wrote it; there always is one."""


class ToneCheck(Protocol):
    """A second look at what is about to be sent."""

    async def look(self, text: str, language: Language, *, first: bool) -> tuple[ToneFinding, ...]:
        """In the order of the text; `first` when nobody has greeted the customer yet."""


class Statements(Protocol):
    """The payouts of a customer, in their language and time zone."""

    async def about(
        self, sub: str, reference: str | None, language: Language, *, asks_why: bool = False
    ) -> Statement | None:
        """The payout that is named and theirs, failing that the latest."""
