"""A customer's conversations."""

from datetime import datetime
from uuid import UUID

from handoff.api.answers.base import Answer, Json
from handoff.domain.attachments import AttachedFile
from handoff.domain.conversation import State
from handoff.domain.events import Channel
from handoff.domain.people import CustomerKind, Language


class NamedAgent(Answer):
    """An agent as customers know them."""

    name: str


class QueueAnswer(Answer):
    """Place in line (1 = next); no expected wait where nobody can say."""

    place: int
    expected_wait_s: int | None
    open: bool
    opens_at: datetime | None
    offer_email: bool
    """Whether there is such a rush that an answer by e-mail or a call back is the better way."""


class LeftContactAnswer(Answer):
    """How the customer can be reached outside the chat."""

    email: str | None
    phone: str | None
    call_back_at: datetime | None


class CallBackTimesAnswer(Answer):
    """When somebody can call, next first."""

    times: tuple[datetime, ...]


class ConversationAnswer(Answer):
    """A conversation as its customer sees it."""

    id: UUID
    case_number: str
    state: State
    language: Language
    channel: Channel
    last_seq: int
    started_at: datetime
    closed_at: datetime | None
    previous: UUID | None
    next: UUID | None
    agent: NamedAgent | None
    queue: QueueAnswer | None
    back_by: datetime | None
    """When somebody comes back to it, if it was put off to a time."""
    contact: LeftContactAnswer | None


class CustomerAnswer(Answer):
    """Who the session speaks for."""

    id: UUID
    kind: CustomerKind
    name: str | None
    verified: bool


class SessionAnswer(Answer):
    """A session and where it goes on."""

    session: str
    customer: CustomerAnswer
    conversation: ConversationAnswer
    last_seq: int


class ConversationsAnswer(Answer):
    """The customer's conversations, newest first."""

    conversations: tuple[ConversationAnswer, ...]


class ReceiptAnswer(Answer):
    """Where the message stands in the log."""

    conversation: UUID
    seq: int


class AttachmentAnswer(Answer):
    """A file as it was taken in; a message names it by its id, within a day."""

    attachment: AttachedFile


class EventsAnswer(Answer):
    """Events after a seq, in order; each has `type`, see docs/api/socket.schema.json."""

    events: tuple[Json, ...]
    last_seq: int


class RatingAnswer(Answer):
    """How the conversation was for its customer."""

    csat: int
    effort: int | None
    comment: str | None
    at: datetime
