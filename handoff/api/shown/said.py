"""What customers, the assistant and agents say."""

from typing import Literal
from uuid import UUID

from handoff.api.shown.parts import Head, Part, ShownAgent, ShownDraftUse
from handoff.domain.events import Channel, PlaybookMove
from handoff.domain.masking import Kind
from handoff.domain.people import Language


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
