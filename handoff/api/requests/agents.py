"""What agents send."""

from collections.abc import Mapping
from typing import Annotated, Self
from uuid import UUID

from pydantic import (
    AfterValidator,
    AwareDatetime,
    Field,
    StringConstraints,
    model_validator,
)

from handoff.api.requests.fields import (
    AGENT_CLOSES,
    MOST_ARTICLES,
    MOST_SNOOZE_S,
    ArticleSlug,
    Epoch,
    Files,
    GuideName,
    Level,
    Line,
    NoticeText,
    Places,
    Request,
    Said,
    Tags,
    no_nul,
)
from handoff.domain.events import Channel, CloseReason
from handoff.domain.people import Language, Status
from handoff.domain.queueing import DeclineReason


class LogIn(Request):
    """An agent's credentials."""

    email: Line
    password: Annotated[str, StringConstraints(min_length=1, max_length=1024)]


class SetStatus(Request):
    """Whether the agent takes chats."""

    status: Status


class Accept(Request):
    """Own a waiting conversation, as it was at `epoch`."""

    epoch: Epoch


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
