"""Frames of the sockets, both ways; docs/api/socket.schema.json is made of these."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal, TypeAlias
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

from handoff.api.answers import (
    AgentAnswer,
    BothLanguages,
    ConversationAnswer,
    Owner,
    QueueAnswer,
    RowAnswer,
)
from handoff.api.lead_answers import WallboardAnswer
from handoff.domain.people import Status

PROTOCOL = "lotse.v1"
MAX_FRAME = 8 * 1024
"""Bytes of a client's frame: they say where to go on, never what is said."""

Seq = Annotated[int, Field(ge=0, lt=10**9)]


class Frame(BaseModel):
    """Nothing unknown is let in."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Resume(Frame):
    """A customer's first frame."""

    type: Literal["resume"]
    session: Annotated[str, StringConstraints(min_length=1, max_length=256)]
    conversation: UUID
    after: Seq


class AgentResume(Frame):
    """An agent's first frame; the cookie says who they are."""

    type: Literal["resume"]


class Watch(Frame):
    """Send me this conversation's events after a seq, and those to come."""

    type: Literal["watch"]
    conversation: UUID
    after: Seq


class WatchWallboard(Frame):
    """Send me the wallboard from now on, or (`on` false) no more; for leads, admins, auditors."""

    type: Literal["watch_wallboard"]
    on: bool


class Unwatch(Frame):
    """Enough of it."""

    type: Literal["unwatch"]
    conversation: UUID


class Typing(Frame):
    """The customer is writing."""

    type: Literal["typing"]


class AgentTyping(Frame):
    """The agent is writing."""

    type: Literal["typing"]
    conversation: UUID


class AgentPresent(Frame):
    """The agent looks at a conversation they watch, writes in it, or has left it."""

    type: Literal["present"]
    conversation: UUID
    doing: Literal["viewing", "writing", "gone"]


class Ping(Frame):
    """I am still there; an agent's ping renews the lease on their conversations."""

    type: Literal["ping"]


CustomerFrame: TypeAlias = Annotated[Typing | Ping, Field(discriminator="type")]
AgentFrame: TypeAlias = Annotated[
    Watch | Unwatch | AgentPresent | WatchWallboard | AgentTyping | Ping,
    Field(discriminator="type"),
]
CUSTOMER_FRAME: TypeAdapter[CustomerFrame] = TypeAdapter(CustomerFrame)
AGENT_FRAME: TypeAdapter[AgentFrame] = TypeAdapter(AgentFrame)


class Resumed(Frame):
    """From here on you hear everything."""

    type: Literal["resumed"] = "resumed"
    conversation: ConversationAnswer
    last_seq: int


class AgentResumed(Frame):
    """From here on you hear everything."""

    type: Literal["resumed"] = "resumed"
    agent: AgentAnswer
    offers: bool
    """Whether you are asked; else you pick from the queue yourself."""


class Happened(Frame):
    """An event, the same object as over HTTP."""

    type: Literal["event"] = "event"
    event: dict[str, Any]


class Changed(Frame):
    """State, agent or the next conversation changed; with `next` set, go on there."""

    type: Literal["conversation"] = "conversation"
    conversation: ConversationAnswer


class Queue(Frame):
    """Place in line, whenever it changes."""

    type: Literal["queue"] = "queue"
    queue: QueueAnswer


class Rows(Frame):
    """Rows that changed: put each in the place of the one with the same id."""

    type: Literal["rows"] = "rows"
    rows: tuple[RowAnswer, ...]


class SomebodyTypes(Frame):
    """Somebody is writing; holds for a few seconds."""

    type: Literal["typing"] = "typing"
    who: Literal["customer", "agent", "assistant"]
    conversation: UUID | None = None


class CrisisNotice(Frame):
    """What everybody has to know; null once it is over."""

    type: Literal["crisis_notice"] = "crisis_notice"
    text: BothLanguages | None


class Surge(Frame):
    """A rush begins, changes or (level 0) ends; `notice` says as whom you are told."""

    type: Literal["surge"] = "surge"
    level: int
    extra_capacity: int
    """So many conversations more you can have."""
    widen: bool
    offer_email: bool
    stand_by: tuple[str, ...]
    notice: Literal["lead", "stand_by", "agent"]
    """`stand_by`: your team is called in."""


class ColleagueHere(Frame):
    """Somebody else of the team looks at a watched conversation; holds for half a minute."""

    type: Literal["colleague"] = "colleague"
    conversation: UUID
    agent: Owner
    doing: Literal["viewing", "writing", "gone"]


class GuideChanged(Frame):
    """The customer got on with a guide: whoever shows it, look again."""

    type: Literal["guide"] = "guide"
    guide: str
    conversation: UUID | None = None


class Offer(Frame):
    """You are asked to take a conversation, and nobody else is, for `left_s` more seconds."""

    type: Literal["offer"] = "offer"
    row: RowAnswer
    until: datetime
    left_s: float
    """The client's clock need not be right."""
    why: Mapping[str, str]
    summary: Mapping[str, str]


class OfferEnded(Frame):
    """You are not asked any more: you have it, others are asked, or somebody else has it."""

    type: Literal["offer_ended"] = "offer_ended"
    conversation: UUID
    why: Literal["accepted", "passed_on", "taken"]


class WallboardIs(Frame):
    """The wallboard, at once and whenever it has changed."""

    type: Literal["wallboard"] = "wallboard"
    wallboard: WallboardAnswer


class AgentPong(Frame):
    """So are we; your status, which may have been changed elsewhere."""

    type: Literal["pong"] = "pong"
    status: Status | None = None


class Pong(Frame):
    """So are we."""

    type: Literal["pong"] = "pong"


ServerFrame: TypeAlias = (
    Resumed
    | AgentResumed
    | Happened
    | Changed
    | Queue
    | Rows
    | SomebodyTypes
    | CrisisNotice
    | Surge
    | GuideChanged
    | ColleagueHere
    | Pong
    | Offer
    | OfferEnded
    | WallboardIs
    | AgentPong
)
