"""Mails to customers: what they say, and how sending one can end."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from handoff.domain.ids import ConversationId


class MailKind(StrEnum):
    """What a mail is for."""

    CONFIRMATION = "confirmation"
    ANSWER = "answer"


class MailState(StrEnum):
    """How far a mail is. Only what `waits` is ever handed to a mail server."""

    WAITS = "waits"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    """The server will not take it, however often it is tried."""
    UNCERTAIN = "uncertain"
    """It may have been taken: sent again it could arrive twice, so it is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a mail says."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A letter on its way; `key` is what it is about, so that nothing is said twice."""

    id: UUID
    key: str
    kind: MailKind
    conversation: ConversationId
    to: str
    letter: Letter
    tries: int = 0


class NotTaken(Exception):  # an outcome, not an error of ours
    """The mail server did not take it; it may take it later."""


class Rejected(Exception):  # an outcome, not an error of ours
    """The mail server will never take it."""


class Uncertain(Exception):  # an outcome, not an error of ours
    """The mail server fell silent after it had got everything."""
