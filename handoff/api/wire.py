"""What callers get: the same objects over HTTP and over sockets."""

from datetime import datetime
from typing import Any, Literal, TypeAlias
from uuid import UUID

from pydantic import BaseModel, ConfigDict, TypeAdapter

from handoff.domain.conversation import Conversation, State
from handoff.domain.events import Channel, CloseReason
from handoff.domain.packet import Packet, Priority, Reason, UrgencyLevel
from handoff.domain.people import Agent, Customer, CustomerKind, Language, Role
from handoff.domain.views import Listed
from handoff.domain.waiting import Place
from handoff.ports import FoundArticle

Json: TypeAlias = dict[str, Any]

_PACKET: TypeAdapter[Packet] = TypeAdapter(Packet)


class Answer(BaseModel):
    """Base of all answers."""

    model_config = ConfigDict(frozen=True)


class NamedAgent(Answer):
    """An agent as customers know them."""

    name: str


class QueueAnswer(Answer):
    """Place in line (1 = next); no expected wait where nobody can say."""

    place: int
    expected_wait_s: int | None
    open: bool
    opens_at: datetime | None


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


class EventsAnswer(Answer):
    """Events after a seq, in order; each has `type`, see docs/api/socket.schema.json."""

    events: tuple[Json, ...]
    last_seq: int


class ArticleAnswer(Answer):
    """An article that answers; `score` in 0..1."""

    slug: str
    language: Language
    title: str
    url: str
    passage: str
    score: float


class ArticlesAnswer(Answer):
    """Best first."""

    articles: tuple[ArticleAnswer, ...]


class AgentAnswer(Answer):
    """An agent as they know themselves."""

    id: UUID
    name: str
    email: str
    role: Role
    languages: tuple[Language, ...]
    skills: tuple[str, ...]
    teams: tuple[str, ...]
    capacity: int
    status: Literal["online", "away"]


class MeAnswer(Answer):
    """The signed-in agent."""

    agent: AgentAnswer


class RowCustomer(Answer):
    """Whose conversation it is."""

    id: UUID
    name: str | None
    kind: CustomerKind
    verified: bool


class Owner(Answer):
    """Who owns it."""

    id: UUID
    name: str


class RowAnswer(Answer):
    """A conversation in the console's lists."""

    id: UUID
    case_number: str
    state: State
    epoch: int
    customer: RowCustomer
    language: Language
    channel: Channel
    case_type: str | None
    reason: Reason | None
    rule: str | None
    priority: Priority | None
    urgency: UrgencyLevel | None
    required_skills: tuple[str, ...]
    preview: str
    last_seq: int
    started_at: datetime
    waiting_since: datetime | None
    updated_at: datetime
    owner: Owner | None
    close_reason: CloseReason | None


class ListAnswer(Answer):
    """A view's rows, and how many each view has."""

    rows: tuple[RowAnswer, ...]
    counts: dict[str, int]


class EarlierAnswer(ConversationAnswer):
    """An earlier case of the same customer."""

    close_reason: CloseReason | None


class CaseAnswer(Answer):
    """All an agent sees of a conversation, before accepting as well."""

    row: RowAnswer
    packet: Json | None
    earlier: tuple[EarlierAnswer, ...]
    events: tuple[Json, ...]


class OneRow(Answer):
    """The row after a change."""

    row: RowAnswer


class SeqAnswer(Answer):
    """Where the message stands in the log."""

    seq: int


class Taken(Answer):
    """Whether the event was new."""

    new: bool


class Problem(Answer):
    """An error (RFC 9457); `code` is stable, `field` names the input that broke a rule."""

    type: str = "about:blank"
    title: str
    status: int
    code: str
    detail: str
    field: str | None = None


def conversation(it: Conversation, place: Place | None = None) -> ConversationAnswer:
    """A conversation for its customer."""
    return ConversationAnswer(**_conversation(it, place))


def earlier(it: Conversation) -> EarlierAnswer:
    """A conversation beside another one."""
    return EarlierAnswer(**_conversation(it, None), close_reason=it.close_reason)


def _conversation(it: Conversation, place: Place | None) -> Json:
    return {
        "id": it.id,
        "case_number": it.case_number,
        "state": it.state,
        "language": it.language,
        "channel": it.channel,
        "last_seq": it.last_seq,
        "started_at": it.started_at,
        "closed_at": it.closed_at,
        "previous": it.previous,
        "next": it.next,
        "agent": NamedAgent(name=it.owner.name) if it.owner else None,
        "queue": queue(place) if place and it.state is State.QUEUED else None,
    }


def queue(place: Place) -> QueueAnswer:
    """What somebody waiting is told."""
    return QueueAnswer(
        place=place.place,
        expected_wait_s=place.expected_wait_s,
        open=place.open,
        opens_at=place.opens_at,
    )


def customer(it: Customer) -> CustomerAnswer:
    """A customer as they know themselves."""
    return CustomerAnswer(id=it.id, kind=it.kind, name=it.name, verified=it.verified)


def agent(it: Agent) -> AgentAnswer:
    """An agent as they know themselves."""
    return AgentAnswer(
        id=it.id,
        name=it.name,
        email=it.email,
        role=it.role,
        languages=it.languages,
        skills=it.skills,
        teams=it.teams,
        capacity=it.capacity,
        status="online" if it.available else "away",
    )


def row(listed: Listed) -> RowAnswer:
    """A conversation in a list."""
    it, who, packet = listed.conversation, listed.customer, listed.conversation.packet
    return RowAnswer(
        id=it.id,
        case_number=it.case_number,
        state=it.state,
        epoch=it.epoch,
        customer=RowCustomer(id=who.id, name=who.name, kind=who.kind, verified=who.verified),
        language=it.language,
        channel=it.channel,
        case_type=packet.case_type if packet else None,
        reason=packet.reason if packet else None,
        rule=packet.rule if packet else None,
        priority=packet.priority if packet else None,
        urgency=packet.urgency.level if packet else None,
        required_skills=packet.required_skills if packet else (),
        preview=it.preview,
        last_seq=it.last_seq,
        started_at=it.started_at,
        waiting_since=it.waiting_since,
        updated_at=it.updated_at,
        owner=Owner(id=it.owner.id, name=it.owner.name) if it.owner else None,
        close_reason=it.close_reason,
    )


def packet(it: Packet | None) -> Json | None:
    """A packet for agents."""
    if it is None:
        return None
    shown: Json = _PACKET.dump_python(it, mode="json")
    return shown


def article(found: FoundArticle) -> ArticleAnswer:
    """An article found."""
    link = found.link
    return ArticleAnswer(
        slug=link.slug,
        language=Language(link.language),
        title=link.title,
        url=link.url,
        passage=link.passage,
        score=found.score,
    )
