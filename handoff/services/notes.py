"""What agents write down for each other."""

from typing import TypeAlias, TypeVar
from uuid import uuid5

from handoff.domain.events import NoteAdded
from handoff.domain.ids import ConversationId, MessageId
from handoff.domain.masking import mask
from handoff.domain.people import Agent

Written = TypeVar("Written")
Writing: TypeAlias = tuple[Written, str | None]
"""What is to happen, and the original of its text where that is kept."""


def note_of(agent: Agent, message: MessageId, text: str) -> Writing[NoteAdded]:
    """A note, masked like everything else that people write."""
    masked = mask(text)
    note = NoteAdded(
        agent=agent.ref, client_message_id=message, text=masked.text, masked=masked.kinds
    )
    return note, masked.original


def of_epoch(conversation: ConversationId, epoch: int) -> MessageId:
    """An epoch ends once: what is said at its end needs no other id."""
    return MessageId(uuid5(conversation, f"epoch {epoch}"))
