"""What callers get: the same objects over HTTP and over sockets."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, TypeAlias
from uuid import UUID

from pydantic import BaseModel, ConfigDict, TypeAdapter

from handoff.domain.attachments import AttachedFile
from handoff.domain.conversation import State
from handoff.domain.events import Channel, CloseReason
from handoff.domain.guides import DoneBy
from handoff.domain.packet import Packet, Priority, Reason, UrgencyLevel
from handoff.domain.people import CustomerKind, Language, Role, Status

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


class ReferenceAnswer(Answer):
    """Where an article is."""

    slug: str
    title: str
    url: str


class WholeArticleAnswer(ReferenceAnswer):
    """An article to be read in the chat; its HTML is cleaned and knows no scripts and styles."""

    language: Language
    short_answer: str
    html: str
    related: tuple[ReferenceAnswer, ...]


class ArticleVoteAnswer(Answer):
    """What the customer said last of an article that they were shown."""

    slug: str
    helpful: bool


class RatingAnswer(Answer):
    """How the conversation was for its customer."""

    csat: int
    effort: int | None
    comment: str | None
    at: datetime


class ShareAnswer(Answer):
    """A share in 0..1 with its 95 % interval (Wilson's, which holds for few votes too)."""

    value: float
    low: float
    high: float


class ArticleUsefulness(Answer):
    """`shown` in chats by the assistant; votes come from chats and help pages; null: no votes."""

    slug: str
    language: Language
    shown: int
    helpful: int
    not_helpful: int
    share: ShareAnswer | None


class UsefulnessAnswer(Answer):
    """The articles of the last `days`, worst first by the best that their votes still allow."""

    days: int
    articles: tuple[ArticleUsefulness, ...]


class StepArticleAnswer(Answer):
    """Where a step is explained at length."""

    slug: str
    title: str
    url: str


class GuideStepAnswer(Answer):
    """A step; `done_by` says whether the customer ticked it or the platform knows."""

    id: str
    title: str
    why: str
    how: str
    article: StepArticleAnswer
    done_by: DoneBy | None
    done_at: datetime | None


class GuideAnswer(Answer):
    """A guide as far as the customer is with it; `next` is the first open step."""

    slug: str
    language: Language
    title: str
    lead: str
    audience: Literal["freelancer", "client", "both"]
    minutes: int
    steps: tuple[GuideStepAnswer, ...]
    done: int
    total: int
    next: str | None


class GuidesAnswer(Answer):
    """The guides for this customer."""

    guides: tuple[GuideAnswer, ...]


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


class BothLanguages(Answer):
    """The same in each language."""

    de: str
    en: str


class PublishedCrisisNotice(Answer):
    """What stands before the assistant's answers until `ends_at`."""

    id: UUID
    text: BothLanguages
    begins_at: datetime
    ends_at: datetime
    by: Owner


class CrisisNoticeAnswer(Answer):
    """The crisis notice in force, if there is one."""

    notice: PublishedCrisisNotice | None
    now: datetime
    """The clock by which it ends; in demonstrations it may be ahead."""


class PlaybookRoleAnswer(Answer):
    """Somebody's part in a playbook."""

    id: str
    name: BothLanguages
    task: BothLanguages


class ContactAnswer(Answer):
    """A role to be called; the next one after `within_s` seconds without an answer."""

    id: str
    role: str
    within_s: float
    how: BothLanguages


class PlaybookStepAnswer(Answer):
    """Something to be done by a role."""

    id: str
    role: str
    title: BothLanguages


class PreparedMessageAnswer(Answer):
    """Words for the customer, filled in where a case is known; never sent by themselves."""

    id: str
    title: BothLanguages
    text: BothLanguages


class PlaybookAnswer(Answer):
    """What is done when it is serious."""

    slug: str
    title: BothLanguages
    criteria: tuple[BothLanguages, ...]
    roles: tuple[PlaybookRoleAnswer, ...]
    contacts: tuple[ContactAnswer, ...]
    steps: tuple[PlaybookStepAnswer, ...]
    messages: tuple[PreparedMessageAnswer, ...]


class PlaybooksAnswer(Answer):
    """All playbooks."""

    playbooks: tuple[PlaybookAnswer, ...]


class StepTickAnswer(Answer):
    """A step that is done."""

    step: str
    by: str | None
    at: datetime


class RunAnswer(Answer):
    """How far a playbook is; `calling` is the contact to be called until `due_at`."""

    playbook: PlaybookAnswer
    started_at: datetime
    started_by: Owner | None
    calling: str | None
    due_at: datetime | None
    reached: str | None
    done: tuple[StepTickAnswer, ...]
    ended_at: datetime | None


class RunsAnswer(Answer):
    """Playbooks that run or ran in a conversation."""

    runs: tuple[RunAnswer, ...]


class OneRow(Answer):
    """The row after a change."""

    row: RowAnswer


class SeqAnswer(Answer):
    """Where the message stands in the log."""

    seq: int


class RevealAnswer(Answer):
    """What a masked message said, but for what nobody needs."""

    text: str


class Taken(Answer):
    """Whether the event was new."""

    new: bool


class BrokenRule(Answer):
    """What is wrong with one field; `code` names the rule, `limit` its number, where it has one."""

    field: str
    rule: str
    code: str
    limit: float | None = None


class Problem(Answer):
    """An error (RFC 9457); `code` is stable, `field` names the input that broke a rule."""

    type: str = "about:blank"
    title: str
    status: int
    code: str
    detail: str
    field: str | None = None
    errors: tuple[BrokenRule, ...] = ()
    """All that is wrong with the input, field by field; the first of them is `field`, `detail`."""
