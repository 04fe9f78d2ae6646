"""Cases as agents see them, and the agents."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from pydantic import TypeAdapter

from handoff.api.answers.base import Answer, Json
from handoff.api.answers.conversations import ConversationAnswer, LeftContactAnswer, RatingAnswer
from handoff.api.answers.guides import GuideAnswer
from handoff.domain.conversation import State
from handoff.domain.events import Channel, CloseReason
from handoff.domain.packet import Packet, Priority, Reason, UrgencyLevel
from handoff.domain.people import CustomerKind, Language, Role, Status

_PACKET: TypeAdapter[Packet] = TypeAdapter(Packet)


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
    status: Status
    levels: Mapping[str, int]
    """How well they know a skill, 1 to 5; one that is not named counts as 1."""
    channel_capacity: Mapping[str, int]


class MeAnswer(Answer):
    """The signed-in agent."""

    agent: AgentAnswer


class ColleagueAnswer(Answer):
    """An agent as the others see them; `here` when they take chats now, `load` of `capacity`."""

    id: UUID
    name: str
    role: Role
    languages: tuple[Language, ...]
    skills: tuple[str, ...]
    levels: Mapping[str, int]
    teams: tuple[str, ...]
    capacity: int
    channel_capacity: Mapping[str, int]
    status: Status
    here: bool
    load: int


class TeamAnswer(Answer):
    """To whom a conversation can be passed on."""

    agents: tuple[ColleagueAnswer, ...]
    teams: tuple[str, ...]


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


class DueAnswer(Answer):
    """By when an answer or an end is owed; null where it is not."""

    first_response: datetime | None
    next_response: datetime | None
    resolution: datetime | None


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
    offered_to: Owner | None
    offer_until: datetime | None
    last_agent: Owner | None
    team: str | None
    rank: int | None
    """With `due.first_response` the order of the queue; lower is first."""
    due: DueAnswer
    snoozed_until: datetime | None
    """With state `snoozed`: null until the customer writes."""
    contact: LeftContactAnswer | None
    followers: tuple[UUID, ...]
    close_reason: CloseReason | None
    tags: tuple[str, ...]


class EarlierAnswer(ConversationAnswer):
    """An earlier case of the same customer."""

    close_reason: CloseReason | None


class CaseAnswer(Answer):
    """All an agent sees of a conversation, before accepting as well."""

    row: RowAnswer
    packet: Json | None
    earlier: tuple[EarlierAnswer, ...]
    events: tuple[Json, ...]
    guides: tuple[GuideAnswer, ...]
    """Those the customer has begun."""
    rating: RatingAnswer | None


class OneRow(Answer):
    """The row after a change."""

    row: RowAnswer


class SeqAnswer(Answer):
    """Where the message stands in the log."""

    seq: int


class RevealAnswer(Answer):
    """What a masked message said, but for what nobody needs."""

    text: str
