"""What the fakes keep, in place of tables."""

from copy import copy
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime, timedelta
from uuid import UUID

from handoff.domain.accesses import Recorded
from handoff.domain.attachments import AttachedFile
from handoff.domain.briefing import Logged
from handoff.domain.canned import CannedReply
from handoff.domain.changes import Changed
from handoff.domain.conversation import Conversation
from handoff.domain.crisis import CrisisNotice
from handoff.domain.drafting import Draft
from handoff.domain.guides import Tick
from handoff.domain.ids import (
    AgentId,
    AttachmentId,
    ConversationId,
    CustomerId,
    MessageId,
    SavedViewId,
)
from handoff.domain.mail import Mail, MailState
from handoff.domain.people import Agent, Customer
from handoff.domain.ratings import Given
from handoff.domain.routing import Course, SurgeChange
from handoff.domain.views import SavedView
from handoff.domain.votes import ArticleVote
from handoff.ports import Inspected, Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A token's holder, and until when."""

    holder: UUID
    until: datetime
    ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """An agent as the team's list has them."""

    agent: Agent
    password_hash: str
    seen_at: datetime | None = None
    idle_since: datetime = datetime(1, 1, 1, tzinfo=UTC)
    missed: int = 0
    disabled: bool = False
    disabled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """A vote, when it was cast, and by which customer."""

    vote: ArticleVote
    at: datetime
    by: CustomerId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A file with all that is kept of it."""

    file: AttachedFile
    inside: Inspected
    sender: UUID
    conversation: ConversationId
    at: datetime
    seq: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A mail, how far it is, and when it is its turn."""

    mail: Mail
    state: MailState
    at: datetime


@dataclass(slots=True, kw_only=True)
class Memory:
    """Only values that never change are kept, so that a copy of the maps is a snapshot."""

    conversations: dict[ConversationId, Conversation] = field(default_factory=dict)
    logs: dict[ConversationId, tuple[Logged, ...]] = field(default_factory=dict)
    leases: dict[ConversationId, datetime] = field(default_factory=dict)
    ranks: dict[ConversationId, int] = field(default_factory=dict)
    turns: dict[ConversationId, datetime] = field(default_factory=dict)
    turn_failures: dict[ConversationId, int] = field(default_factory=dict)
    customers: dict[CustomerId, Customer] = field(default_factory=dict)
    agents: dict[AgentId, Enrolled] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    receipts: dict[tuple[UUID, MessageId], Receipt] = field(default_factory=dict)
    ticks: dict[tuple[CustomerId, str, str], Tick] = field(default_factory=dict)
    votes: dict[tuple[ConversationId, int, str], Cast] = field(default_factory=dict)
    page_votes: dict[bytes, Cast] = field(default_factory=dict)
    ratings: dict[ConversationId, Given] = field(default_factory=dict)
    notices: dict[UUID, CrisisNotice] = field(default_factory=dict)
    """Those that nobody has withdrawn."""
    sealed: dict[tuple[ConversationId, int], tuple[bytes, datetime]] = field(default_factory=dict)
    accesses: tuple[Recorded, ...] = ()
    changes: tuple[Changed, ...] = ()
    files: dict[AttachmentId, Stored] = field(default_factory=dict)
    timers: dict[tuple[ConversationId, str], datetime | None] = field(default_factory=dict)
    """Playbooks that began, and when their next contact is to be called."""
    drafts: dict[tuple[ConversationId, UUID], tuple[Draft, datetime]] = field(default_factory=dict)
    canned: dict[UUID, CannedReply] = field(default_factory=dict)
    saved_views: dict[SavedViewId, tuple[AgentId, SavedView]] = field(default_factory=dict)
    mails: dict[UUID, Posted] = field(default_factory=dict)
    devices: dict[ConversationId, datetime] = field(default_factory=dict)
    mailed: dict[ConversationId, int] = field(default_factory=dict)
    return_links: dict[str, tuple[ConversationId, datetime]] = field(default_factory=dict)
    """Those that nobody has used."""
    course: Course | None = None
    """Of the rush; None: there has been none yet."""
    surge_changes: tuple[SurgeChange, ...] = ()
    spent: set[str] = field(default_factory=set)
    elapsed: timedelta = timedelta(0)
    """What a test adds to the clock."""
    dispatching: bool = False
    """Whether somebody gives out cases."""
    down: bool = False
    """Whether every work fails to open."""

    def now(self) -> datetime:
        """The clock of the store."""
        return datetime.now(UTC) + self.elapsed

    def snapshot(self) -> dict[str, object]:
        """All of it as it is now."""
        return {each.name: copy(getattr(self, each.name)) for each in fields(self)}

    def restore(self, snapshot: dict[str, object]) -> None:
        """All of it as it was then."""
        for name, value in snapshot.items():
            if name != "dispatching":  # is no part of what is stored
                setattr(self, name, value)
