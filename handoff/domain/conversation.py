"""A conversation as one value, and the one table that says what may follow what."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from handoff.domain.errors import NotAllowedNow
from handoff.domain.events import (
    AgentAccepted,
    AgentRef,
    AgentSaid,
    AgentVanished,
    AssistantFailed,
    AssistantSaid,
    Channel,
    Closed,
    CloseReason,
    CustomerSaid,
    Event,
    HandedBack,
    HumanAsked,
    LanguageChanged,
    NoteAdded,
    NoticeGiven,
    PlaybookNoted,
    ReturnedToAssistant,
)
from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.messages import words
from handoff.domain.packet import Packet
from handoff.domain.people import Language

PREVIEW = 140
"""Characters that a list shows of what a person said last; the assistant's words tell less."""


class State(StrEnum):
    """Who the conversation is with."""

    BOT = "bot"
    QUEUED = "queued"
    AGENT = "agent"
    CLOSED = "closed"


TRANSITIONS = MappingProxyType(
    {
        (State.BOT, CustomerSaid): State.BOT,
        (State.BOT, AssistantSaid): State.BOT,
        (State.BOT, AssistantFailed): State.BOT,
        (State.BOT, NoticeGiven): State.BOT,
        (State.BOT, LanguageChanged): State.BOT,
        (State.BOT, NoteAdded): State.BOT,
        (State.BOT, PlaybookNoted): State.BOT,
        (State.BOT, HumanAsked): State.QUEUED,
        (State.BOT, Closed): State.CLOSED,
        (State.QUEUED, CustomerSaid): State.QUEUED,
        (State.QUEUED, NoticeGiven): State.QUEUED,
        (State.QUEUED, NoteAdded): State.QUEUED,
        (State.QUEUED, PlaybookNoted): State.QUEUED,
        (State.QUEUED, ReturnedToAssistant): State.BOT,
        (State.QUEUED, AgentAccepted): State.AGENT,
        (State.QUEUED, Closed): State.CLOSED,
        (State.AGENT, CustomerSaid): State.AGENT,
        (State.AGENT, NoticeGiven): State.AGENT,
        (State.AGENT, AgentSaid): State.AGENT,
        (State.AGENT, NoteAdded): State.AGENT,
        (State.AGENT, PlaybookNoted): State.AGENT,
        (State.AGENT, HandedBack): State.BOT,
        (State.AGENT, AgentVanished): State.QUEUED,
        (State.AGENT, Closed): State.CLOSED,
        (State.CLOSED, NoteAdded): State.CLOSED,
        (State.CLOSED, PlaybookNoted): State.CLOSED,
    }
)
"""What is absent is refused; a customer's message to a closed conversation starts the next one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One case of one customer; `as_of` is the database's clock when this was read."""

    id: ConversationId
    customer: CustomerId
    case_number: str
    channel: Channel
    language: Language
    page_url: str | None
    started_at: datetime
    updated_at: datetime
    as_of: datetime
    state: State = State.BOT
    last_seq: int = 0
    said_seq: int = 0
    """Seq of the customer's last message."""
    answered_seq: int = 0
    """Seq up to which the customer's messages need no answer of the assistant any more."""
    owner: AgentRef | None = None
    epoch: int = 0
    """Counts changes of owner: whoever writes as owner must name the current one."""
    packet: Packet | None = None
    waiting_since: datetime | None = None
    accepted_at: datetime | None = None
    closed_at: datetime | None = None
    close_reason: CloseReason | None = None
    previous: ConversationId | None = None
    next: ConversationId | None = None
    preview: str = ""

    @property
    def at(self) -> datetime:
        """When the next event happens: never before the last one, whatever clocks do."""
        return max(self.as_of, self.updated_at)

    @property
    def awaits_assistant(self) -> bool:
        """Whether the customer wrote something that the assistant has yet to answer."""
        return self.state is State.BOT and self.said_seq > self.answered_seq

    def after(self, event: Event) -> "Conversation":
        """The conversation once `event` has happened; NotAllowedNow where the table has none."""
        state = TRANSITIONS.get((self.state, type(event)))
        if state is None or self._answers_twice(event):
            raise NotAllowedNow(f"{event.type} is not possible in state {self.state}")
        then = replace(self, state=state, last_seq=self.last_seq + 1, updated_at=self.at)
        return _told(_owned(then, event), event)

    def _answers_twice(self, event: Event) -> bool:
        match event:
            case AssistantSaid(in_reply_to=seq) | AssistantFailed(in_reply_to=seq):
                return not self.answered_seq < seq <= self.said_seq
            case _:
                return False


def _owned(then: Conversation, event: Event) -> Conversation:
    """Who owns it, since when, and who waits."""
    match event:
        case HumanAsked(packet=packet):
            return replace(then, packet=packet, waiting_since=then.updated_at)
        case AgentAccepted(agent=agent):
            return _passed(then, owner=agent, accepted_at=then.updated_at)
        case AgentVanished():
            return _passed(then, waiting_since=then.waiting_since or then.updated_at)
        case HandedBack() | ReturnedToAssistant():
            # What was said to a person, or to nobody yet, is not put to the assistant afterwards.
            return _passed(then, waiting_since=None, answered_seq=then.said_seq)
        case Closed(reason=reason):
            return _passed(then, closed_at=then.updated_at, close_reason=reason)
        case _:
            return then


def _passed(then: Conversation, **changes: object) -> Conversation:
    fresh: dict[str, object] = {"owner": None, "epoch": then.epoch + 1, **changes}
    return replace(then, **fresh)  # type: ignore[arg-type]  # keys are fields of Conversation


def _told(then: Conversation, event: Event) -> Conversation:
    """What was said last, in which language, and what still needs an answer."""
    match event:
        case CustomerSaid(parts=parts, language=language):
            said = replace(then, said_seq=then.last_seq, language=language)
            return replace(said, preview=words(parts)[:PREVIEW])
        case AssistantSaid(in_reply_to=seq) | AssistantFailed(in_reply_to=seq):
            return replace(then, answered_seq=seq)
        case AgentSaid(parts=parts):
            return replace(then, preview=words(parts)[:PREVIEW])
        case LanguageChanged(language=language):
            return replace(then, language=language)
        case _:
            return then
