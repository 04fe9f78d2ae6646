"""Events as customers and agents get them: what the schema promises and tests hold us to."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal, TypeAlias
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from handoff.domain.attachments import AttachedFile
from handoff.domain.drafting import Maker
from handoff.domain.events import Channel, CloseReason, PlaybookMove
from handoff.domain.masking import Kind
from handoff.domain.messages import ArticleLink, GuideCard, PayoutCard, PlatformLink
from handoff.domain.packet import Packet, Reason
from handoff.domain.people import Language
from handoff.domain.queueing import DeclineReason, WakeReason


class Shown(BaseModel):
    """Exactly these fields."""

    model_config = ConfigDict(extra="forbid")


class ShownText(Shown):
    """Plain text, never markup; line breaks count."""

    kind: Literal["text"]
    text: str


class ShownChoice(Shown):
    """A button; sending its id back presses it."""

    id: str
    title: str


class ShownChoices(Shown):
    """Buttons under a text."""

    kind: Literal["choices"]
    choices: tuple[ShownChoice, ...]


class ShownPayout(Shown):
    """A payout card."""

    kind: Literal["payout"]
    payout: PayoutCard


class ShownArticle(Shown):
    """An article and its page."""

    kind: Literal["article"]
    article: ArticleLink


class ShownGuide(Shown):
    """A guide with its steps as they stood; GET /v1/guides/{guide} says how they stand now."""

    kind: Literal["guide"]
    guide: GuideCard


class ShownAttachment(Shown):
    """A file; `…/attachments/{id}` gives its bytes, `…/preview` a small picture of a picture."""

    kind: Literal["attachment"]
    attachment: AttachedFile


class ShownLinks(Shown):
    """Ways to pages of the platform, each for something the customer can do there."""

    kind: Literal["links"]
    links: tuple[PlatformLink, ...]


Part: TypeAlias = Annotated[
    ShownText
    | ShownChoices
    | ShownPayout
    | ShownArticle
    | ShownGuide
    | ShownLinks
    | ShownAttachment,
    Field(discriminator="kind"),
]


class ShownAgent(Shown):
    """Who of the team; the id is for agents only."""

    name: str
    id: UUID | None = None


class Head(Shown):
    """What every event has; `seq` has no gaps."""

    conversation: UUID
    seq: Annotated[int, Field(ge=1)]
    at: str
    origin: Literal["customer", "assistant", "agent", "system"]


class Started(Head):
    """The conversation began."""

    type: Literal["started"]
    channel: Channel
    language: Language
    previous: UUID | None


class CustomerSaid(Head):
    """The customer's own words, known by the id under which they were sent."""

    type: Literal["customer_said"]
    client_message_id: UUID
    parts: tuple[Part, ...]
    masked: tuple[Kind, ...]
    """What was made unreadable in it."""


class AssistantSaid(Head):
    """An answer of the assistant."""

    type: Literal["assistant_said"]
    in_reply_to: int
    parts: tuple[Part, ...]


class AssistantFailed(Head):
    """The assistant had no answer; a person is offered."""

    type: Literal["assistant_failed"]
    in_reply_to: int
    parts: tuple[Part, ...]


class NoticeGiven(Head):
    """What became of the customer's message `about`, in their language."""

    type: Literal["notice_given"]
    about: int
    code: Literal["masked"]
    kinds: tuple[Kind, ...]
    parts: tuple[Part, ...]


class LanguageChanged(Head):
    """It goes on in another language."""

    type: Literal["language_changed"]
    language: Language


class HumanAsked(Head):
    """A person was asked for; rule and packet are for agents only."""

    type: Literal["human_asked"]
    reason: Reason
    case_number: str
    rule: str | None = None
    packet: Packet | None = None


class Bare(Head):
    """Events that say it all by their type; `internal` stands for what only agents see."""

    type: Literal["returned_to_assistant", "internal"]


class Passed(Head):
    """The conversation came to an agent or left them."""

    type: Literal["agent_accepted", "handed_back", "agent_vanished"]
    agent: ShownAgent


class ShownDraftUse(Shown):
    """That a message began as a draft made for the agent, and whether its words were changed."""

    id: UUID
    maker: Maker
    edited: bool
    sources: tuple[str, ...]


class AgentSaid(Head):
    """An agent's words; what they owe to a draft is for agents only."""

    type: Literal["agent_said"]
    agent: ShownAgent
    client_message_id: UUID
    parts: tuple[Part, ...]
    masked: tuple[Kind, ...]
    draft: ShownDraftUse | None = None


class NoteAdded(Head):
    """A note; only agents get it."""

    type: Literal["note_added"]
    agent: ShownAgent
    client_message_id: UUID
    text: str
    masked: tuple[Kind, ...]


class PlaybookNoted(Head):
    """Something of a playbook was done; only agents get it."""

    type: Literal["playbook_noted"]
    playbook: str
    move: PlaybookMove
    item: str | None
    agent: ShownAgent | None


class Offered(Head):
    """An agent was asked to take it; only agents get it."""

    type: Literal["offered"]
    agent: ShownAgent
    until: datetime
    why: Mapping[str, str]


class OfferDeclined(Head):
    """They did not want it; only agents get it."""

    type: Literal["offer_declined"]
    agent: ShownAgent
    reason: DeclineReason


class Watched(Head):
    """An offer lapsed, or an agent began or ceased to follow; only agents get it."""

    type: Literal["offer_lapsed", "followed", "unfollowed"]
    agent: ShownAgent


class Transferred(Head):
    """An agent passed it on; to whom is for agents only."""

    type: Literal["transferred"]
    by: ShownAgent
    to_team: str | None = None
    to_agent: ShownAgent | None = None


class TakenOver(Head):
    """A lead took it; from whom is for agents only."""

    type: Literal["taken_over"]
    by: ShownAgent
    agent: ShownAgent | None


class Snoozed(Head):
    """An agent put it off: to a time, or (null) until the customer writes."""

    type: Literal["snoozed"]
    agent: ShownAgent
    until: datetime | None


class EmailLeft(Head):
    """The customer left an address to which answers go while they are away."""

    type: Literal["email_left"]
    address: str


class CallBackWanted(Head):
    """The customer is called at a time; until then the case rests."""

    type: Literal["call_back_wanted"]
    call_at: datetime
    phone: str


class Woken(Head):
    """It is to be worked on again; only agents get it."""

    type: Literal["woken"]
    why: WakeReason


class Tagged(Head):
    """Its tags were changed; only agents get it."""

    type: Literal["tagged"]
    agent: ShownAgent
    added: tuple[str, ...]
    removed: tuple[str, ...]


class Closed(Head):
    """The conversation ended."""

    type: Literal["closed"]
    by: Literal["agent", "customer", "system"]
    reason: CloseReason


ShownEvent: TypeAlias = Annotated[
    Started
    | CustomerSaid
    | AssistantSaid
    | AssistantFailed
    | NoticeGiven
    | LanguageChanged
    | HumanAsked
    | Bare
    | Passed
    | AgentSaid
    | NoteAdded
    | Offered
    | OfferDeclined
    | Watched
    | Transferred
    | TakenOver
    | Snoozed
    | Woken
    | EmailLeft
    | CallBackWanted
    | PlaybookNoted
    | Tagged
    | Closed,
    Field(discriminator="type"),
]
SHOWN_EVENT: TypeAdapter[ShownEvent] = TypeAdapter(ShownEvent)
