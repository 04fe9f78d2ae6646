"""Conversations, their events, and what a message needs to be taken once."""

from datetime import datetime
from typing import Protocol, TypeAlias
from uuid import UUID

from handoff.domain.briefing import Logged
from handoff.domain.conversation import Conversation
from handoff.domain.events import Event, Started
from handoff.domain.files import Said
from handoff.domain.ids import ConversationId, CustomerId, MessageId
from handoff.domain.messages import Choice
from handoff.domain.routing import NO_SURGE, Surge
from handoff.domain.waiting import Staff
from handoff.ports.values import Receipt, Turn

EventPlace: TypeAlias = tuple[datetime, ConversationId, int]
"""Where an event stands among all: when, in which conversation, at which seq."""


class Conversations(Protocol):
    """Conversations and their logs. Whatever is read here is locked until the work ends."""

    async def locked(self, conversation: ConversationId) -> Conversation:
        """Unknown when there is none."""

    async def open_of(self, customer: CustomerId) -> Conversation | None:
        """The customer's one conversation that is not closed."""

    async def start(self, customer: CustomerId, started: Started) -> Conversation:
        """A new conversation with its first event; links it to the one it continues."""

    async def append(self, before: Conversation, event: Event) -> Conversation:
        """State and event together; Conflict when `before` is no longer what is stored."""

    async def move(self, conversation: ConversationId, to: CustomerId) -> None:
        """A visitor turned out to be a known customer."""

    async def choice(self, conversation: ConversationId, choice_id: str) -> Choice | None:
        """A button that was issued in this conversation."""


class Reads(Protocol):
    """Looking without locking."""

    async def conversation(self, conversation: ConversationId) -> Conversation:
        """Unknown when there is none."""

    async def log(
        self, conversation: ConversationId, after: int = 0, limit: int | None = None
    ) -> tuple[Logged, ...]:
        """Events with seq > after, in order."""

    async def of_customer(self, customer: CustomerId) -> tuple[Conversation, ...]:
        """Newest first."""

    async def of_customer_log(
        self, customer: CustomerId, before: EventPlace | None, limit: int
    ) -> tuple[Said, ...]:
        """Events of all their conversations, the latest first, from before a place."""

    async def queue(self) -> tuple[ConversationId, ...]:
        """Who waits, next first."""

    async def staff(self, surge: Surge = NO_SURGE) -> Staff:
        """The agents who can take chats now, with what a rush adds."""


class Receipts(Protocol):
    """Which message ids were seen, for ever."""

    async def first(self, sender: UUID, message: MessageId) -> Receipt | None:
        """What became of the first message under this id."""

    async def keep(self, sender: UUID, message: MessageId, receipt: Receipt) -> None:
        """Conflict when another work kept one meanwhile."""


class Turns(Protocol):
    """The assistant's work list: derived from the log, claimed in the database."""

    async def claim(self, limit: int, lease_s: float) -> tuple[Turn, ...]:
        """Turns nobody else works on; a claim lapses by itself after `lease_s`."""

    async def release(self, conversation: ConversationId, *, failed: bool = False) -> None:
        """Done with it, whatever came of it; `failed` by a mistake of ours is counted."""


class SealedTexts(Protocol):
    """Originals of masked texts, as the vault sealed them."""

    async def keep(self, conversation: ConversationId, seq: int, sealed: bytes) -> None:
        """What the message at `seq` said."""

    async def of(self, conversation: ConversationId, seq: int) -> bytes | None:
        """None when nothing was kept, or not any more."""

    async def erase(self, older_than_s: float) -> int:
        """How many went."""
