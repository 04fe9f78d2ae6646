"""Everything that can happen in a conversation, in the past tense: transcript and audit trail."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Literal, TypeAlias

from handoff.domain.contact import CallBackWanted, EmailLeft
from handoff.domain.drafting import DraftUse
from handoff.domain.failure import Failure
from handoff.domain.ids import ConversationId, MessageId
from handoff.domain.masking import Kind
from handoff.domain.messages import Choice, Part, Understanding
from handoff.domain.packet import Packet, Reason
from handoff.domain.people import AgentRef, Language
from handoff.domain.queueing import (
    Followed,
    OfferDeclined,
    Offered,
    OfferLapsed,
    Snoozed,
    TakenOver,
    Transferred,
    Unfollowed,
    Woken,
)
from handoff.domain.tagging import Tagged


class Channel(StrEnum):
    """Where a customer writes from."""

    IN_APP = "in_app"
    WEB = "web"


class CloseReason(StrEnum):
    """Why a conversation ended."""

    RESOLVED = "resolved"
    NO_REPLY = "no_reply"
    DUPLICATE = "duplicate"
    SPAM = "spam"
    OTHER = "other"
    CUSTOMER_LEFT = "customer_left"
    SIGNED_IN_ELSEWHERE = "signed_in_elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """A conversation began; `previous` is the closed one that it continues."""

    channel: Channel
    language: Language
    page_url: str | None
    previous: ConversationId | None
    type: Literal["started"] = "started"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerSaid:
    """The customer wrote, or pressed a button that we had issued."""

    client_message_id: MessageId
    parts: tuple[Part, ...]
    language: Language
    choice: Choice | None = None
    masked: tuple[Kind, ...] = ()
    """What was made unreadable in it as it arrived."""
    type: Literal["customer_said"] = "customer_said"
    origin: ClassVar[str] = "customer"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistantSaid:
    """The assistant answered the customer's message `in_reply_to` (a seq)."""

    in_reply_to: int
    parts: tuple[Part, ...]
    understanding: Understanding | None
    type: Literal["assistant_said"] = "assistant_said"
    origin: ClassVar[str] = "assistant"


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistantFailed:
    """The assistant had no answer to `in_reply_to`: the customer is told and offered a person."""

    in_reply_to: int
    why: Failure
    parts: tuple[Part, ...]
    type: Literal["assistant_failed"] = "assistant_failed"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeGiven:
    """The customer is told what became of their message `about` (a seq), and what to do instead."""

    about: int
    code: Literal["masked"]
    kinds: tuple[Kind, ...]
    parts: tuple[Part, ...]
    type: Literal["notice_given"] = "notice_given"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageChanged:
    """The customer wants to go on in another language."""

    language: Language
    type: Literal["language_changed"] = "language_changed"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class HumanAsked:
    """A person is needed; the packet holds all that is known at this moment."""

    reason: Reason
    rule: str | None
    case_number: str
    packet: Packet
    in_reply_to: int | None = None
    type: Literal["human_asked"] = "human_asked"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedToAssistant:
    """The customer left the queue and goes on with the assistant."""

    type: Literal["returned_to_assistant"] = "returned_to_assistant"
    origin: ClassVar[str] = "customer"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentAccepted:
    """An agent took the conversation and owns it now."""

    agent: AgentRef
    type: Literal["agent_accepted"] = "agent_accepted"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentSaid:
    """The owning agent wrote to the customer."""

    agent: AgentRef
    client_message_id: MessageId
    parts: tuple[Part, ...]
    masked: tuple[Kind, ...] = ()
    draft: DraftUse | None = None
    """Where the words began as a draft that was made for the agent."""
    type: Literal["agent_said"] = "agent_said"
    origin: ClassVar[str] = "agent"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAdded:
    """An agent left a note that no customer ever sees."""

    agent: AgentRef
    client_message_id: MessageId
    text: str
    masked: tuple[Kind, ...] = ()
    type: Literal["note_added"] = "note_added"
    origin: ClassVar[str] = "agent"


class PlaybookMove(StrEnum):
    """What happens to a playbook in a conversation."""

    STARTED = "started"
    STEP_DONE = "step_done"
    STEP_UNDONE = "step_undone"
    CONTACT_REACHED = "contact_reached"
    CONTACT_SILENT = "contact_silent"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaybookNoted:
    """Something of a playbook was done; no customer ever sees it. `item` is a step or contact."""

    playbook: str
    move: PlaybookMove
    item: str | None
    agent: AgentRef | None
    """None: it came by a rule or by time."""
    type: Literal["playbook_noted"] = "playbook_noted"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedBack:
    """The agent gave the conversation back to the assistant."""

    agent: AgentRef
    type: Literal["handed_back"] = "handed_back"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentVanished:
    """The owning agent's console fell silent; the conversation waits for another person."""

    agent: AgentRef
    type: Literal["agent_vanished"] = "agent_vanished"
    origin: ClassVar[str] = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """The conversation ended."""

    by: Literal["agent", "customer", "system"]
    reason: CloseReason
    type: Literal["closed"] = "closed"
    origin: ClassVar[str] = "system"


Event: TypeAlias = (
    Started
    | CustomerSaid
    | AssistantSaid
    | AssistantFailed
    | NoticeGiven
    | LanguageChanged
    | HumanAsked
    | ReturnedToAssistant
    | Offered
    | OfferDeclined
    | OfferLapsed
    | AgentAccepted
    | AgentSaid
    | NoteAdded
    | PlaybookNoted
    | HandedBack
    | AgentVanished
    | Transferred
    | TakenOver
    | Snoozed
    | Woken
    | EmailLeft
    | CallBackWanted
    | Followed
    | Unfollowed
    | Tagged
    | Closed
)
