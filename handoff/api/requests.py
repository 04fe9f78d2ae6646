"""What callers may send; everything else is refused with the field and the rule."""

from collections.abc import Mapping
from typing import Annotated, Self
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from handoff.domain.attachments import MAX_A_MESSAGE
from handoff.domain.events import Channel, CloseReason
from handoff.domain.people import Language, Status
from handoff.domain.queueing import DeclineReason
from handoff.domain.tagging import MOST_TAGS

MAX_TEXT = 8000
"""Characters of a message."""

MOST_ARTICLES = 3
"""Under one message."""

MOST_SNOOZE_S = 90 * 86_400.0
"""Three months: what is put off for longer is forgotten."""

AGENT_CLOSES = (
    CloseReason.RESOLVED,
    CloseReason.NO_REPLY,
    CloseReason.DUPLICATE,
    CloseReason.SPAM,
    CloseReason.OTHER,
)


def no_nul(text: str) -> str:
    """PostgreSQL keeps no text with it."""
    """PostgreSQL keeps none."""
    if "\0" in text:
        raise ValueError("must not contain NUL")
    return text


def _web_address(url: str) -> str:
    if not url.startswith(("https://", "http://")):
        raise ValueError("must begin with https:// or http://")
    return url


Said = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_TEXT),
    AfterValidator(no_nul),
]
Comment = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=1000), AfterValidator(no_nul)
]
Line = Annotated[str, StringConstraints(min_length=1, max_length=320), AfterValidator(no_nul)]
PageUrl = Annotated[
    str,
    StringConstraints(max_length=2000),
    AfterValidator(no_nul),
    AfterValidator(_web_address),
]
GuideName = Annotated[
    str, StringConstraints(min_length=1, max_length=40, pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$")
]
ArticleSlug = Annotated[
    str, StringConstraints(min_length=1, max_length=80, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
]


def _each_once(files: tuple[UUID, ...]) -> tuple[UUID, ...]:
    if len(set(files)) < len(files):
        raise ValueError("must name each file once")
    return files


Files = Annotated[tuple[UUID, ...], Field(max_length=MAX_A_MESSAGE), AfterValidator(_each_once)]
"""Ids of files that were uploaded before."""

ChoiceId = Annotated[str, StringConstraints(min_length=1, max_length=64), AfterValidator(no_nul)]


class Request(BaseModel):
    """Nothing unknown is let in."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Nothing(Request):
    """An empty object."""


class OpenSession(Request):
    """Open a chat; `identity` is the platform's JWT of a signed-in customer."""

    channel: Channel
    identity: Annotated[str, StringConstraints(min_length=1, max_length=4096)] | None = None
    language: Language = Language.EN
    page_url: PageUrl | None = None


class SendMessage(Request):
    """Say something: a text, files, both; or the id of a button, or the slug of a guide."""

    client_message_id: UUID
    text: Said | None = None
    attachments: Files = ()
    choice: ChoiceId | None = None
    guide: GuideName | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        written = self.text if self.text is not None else self.attachments or None
        if [written, self.choice, self.guide].count(None) != 2:
            raise ValueError("exactly one of text, choice and guide must be given, or attachments")
        if self.attachments and (self.choice or self.guide):
            raise ValueError("attachments go with a text or alone")
        return self


class LeaveAddress(Request):
    """Where the answer is to go if the customer is away."""

    address: Line


class WantCall(Request):
    """Be called at one of the times that are free."""

    at: AwareDatetime
    phone: Annotated[str, StringConstraints(min_length=1, max_length=40), AfterValidator(no_nul)]


class ComeBack(Request):
    """What a link in a mail ends with."""

    token: Annotated[str, StringConstraints(min_length=1, max_length=128), AfterValidator(no_nul)]


class TickStep(Request):
    """Whether a step of a guide is done."""

    done: bool


class VoteOnArticle(Request):
    """Whether an article that was shown answered the question."""

    slug: ArticleSlug
    helpful: bool


class RateConversation(Request):
    """How it was: satisfaction 1 to 5, effort 1 (hard) to 7 (easy), and why."""

    csat: Annotated[int, Field(ge=1, le=5, strict=True)]
    effort: Annotated[int, Field(ge=1, le=7, strict=True)] | None = None
    comment: Comment | None = None


class LogIn(Request):
    """An agent's credentials."""

    email: Line
    password: Annotated[str, StringConstraints(min_length=1, max_length=1024)]


class SetStatus(Request):
    """Whether the agent takes chats."""

    status: Status


Epoch = Annotated[int, Field(ge=0)]


class Accept(Request):
    """Own a waiting conversation, as it was at `epoch`."""

    epoch: Epoch


Tag = Annotated[
    str,
    StringConstraints(min_length=1, max_length=40, pattern=r"^[a-z0-9äöüß]+(-[a-z0-9äöüß]+)*$"),
]
Tags = Annotated[tuple[Tag, ...], Field(max_length=MOST_TAGS)]


def an_agents_reason(reason: CloseReason | None) -> CloseReason | None:
    if reason is not None and reason not in AGENT_CLOSES:
        raise ValueError(f"must be one of {', '.join(AGENT_CLOSES)}")
    return reason


class Then(Request):
    """What is done once it is said: tags added, then closed or put off, not both."""

    tags: Tags = ()
    close: Annotated[CloseReason | None, AfterValidator(an_agents_reason)] = None
    snooze_s: Annotated[float, Field(ge=60, le=MOST_SNOOZE_S)] | None = None

    @model_validator(mode="after")
    def _one_end(self) -> Self:
        if self.close is not None and self.snooze_s is not None:
            raise ValueError("close and snooze_s exclude each other")
        return self


class AgentMessage(Request):
    """Write to the customer as the owner of `epoch`; `guide` is shown below the text."""

    client_message_id: UUID
    text: Said | None = None
    attachments: Files = ()
    guide: GuideName | None = None
    articles: Annotated[tuple[ArticleSlug, ...], Field(max_length=MOST_ARTICLES)] = ()
    draft: UUID | None = None
    """What the text began as: the log keeps it, the customer sees an agent."""
    then: Then | None = None
    epoch: Epoch

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.text is None and not self.attachments:
            raise ValueError("text or attachments must be given")
        return self


NoticeText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=600),
    AfterValidator(no_nul),
]


class NoticeInBothLanguages(Request):
    """No customer is told in a language they did not choose."""

    de: NoticeText
    en: NoticeText


class PublishCrisisNotice(Request):
    """What is to stand before the assistant's answers, and until when."""

    text: NoticeInBothLanguages
    ends_at: AwareDatetime


class AddNote(Request):
    """A note only agents see."""

    client_message_id: UUID
    text: Said


class Reveal(Request):
    """See what was masked; what for is put on record."""

    purpose: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=3, max_length=200),
        AfterValidator(no_nul),
    ]


class HandBack(Request):
    """Give the conversation to the assistant."""

    epoch: Epoch
    note: Said | None = None


class Decline(Request):
    """Not take what is offered."""

    reason: DeclineReason


class Transfer(Request):
    """Pass it on to an agent, or to a team."""

    epoch: Epoch
    agent: UUID | None = None
    team: Line | None = None
    note: Said | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> Self:
        if (self.agent is None) is (self.team is None):
            raise ValueError("exactly one of agent and team must be given")
        return self


class TakeOver(Request):
    """Take it from whoever had it at `epoch`."""

    epoch: Epoch


class Snooze(Request):
    """Put it off until a time; without one, until the customer writes."""

    epoch: Epoch
    until: AwareDatetime | None = None


Level = Annotated[int, Field(ge=1, le=5)]
Places = Annotated[int, Field(ge=0, le=50)]


class Equip(Request):
    """What an agent can do, for whom, and how much at once."""

    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    skills: Annotated[tuple[Line, ...], Field(max_length=50)]
    levels: Mapping[Line, Level] = Field(default_factory=dict)
    teams: Annotated[tuple[Line, ...], Field(max_length=20)]
    capacity: Places
    channel_capacity: Mapping[Channel, Places] = Field(default_factory=dict)


class Close(Request):
    """The case is done."""

    epoch: Epoch
    reason: Annotated[CloseReason, AfterValidator(an_agents_reason)]
