"""What the services need to write mails to customers who are away."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from handoff.domain.ids import ConversationId
from handoff.domain.mail import Mail, MailState


class Mails(Protocol):
    """The outbox. A mail is handed to the mail server at most once if it may have arrived."""

    async def put(self, mail: Mail) -> None:
        """With what it tells of; the same key again adds nothing."""

    async def claim(self, limit: int, silent_s: float) -> tuple[Mail, ...]:
        """Mails whose time has come, nobody else's now; those silent for long are given up."""

    async def settle(self, mail: Mail, state: MailState, again_s: float | None = None) -> None:
        """What came of it; `again_s` is when to try one that still waits."""

    async def states(self, conversation: ConversationId) -> tuple[tuple[Mail, MailState], ...]:
        """All mails of a conversation, oldest first."""

    async def seen(self, conversations: Collection[ConversationId], ago_s: float = 0.0) -> None:
        """A device looked at them so long ago; noted for those that have an address."""

    async def unread(self, away_s: float) -> tuple[ConversationId, ...]:
        """With an address, and words of an agent that nobody was there to read for so long."""

    async def told(self, conversation: ConversationId) -> tuple[int, datetime | None]:
        """The seq up to which words were mailed, and when a device was there last."""

    async def mailed(self, conversation: ConversationId, seq: int) -> None:
        """Words up to here were put into a mail."""


class CallBacks(Protocol):
    """What was promised at which time."""

    async def taken(self, since: datetime) -> dict[datetime, int]:
        """How many wait for a call at which time, locked against others who choose one."""


class ReturnLinks(Protocol):
    """Ways back into a chat, from a mail; tokens are stored hashed only."""

    async def put(self, token: str, conversation: ConversationId, ttl_s: float) -> None:
        """It opens this conversation once."""

    async def spend(self, token: str) -> ConversationId | None:
        """None when it is unknown, used or too old."""


class Postman(Protocol):
    """Hands mails to a mail server."""

    async def send(self, mail: Mail) -> None:
        """NotTaken, Rejected, Uncertain."""
