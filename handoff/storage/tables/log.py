"""What was said and done, each thing once."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    func,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from handoff.storage.tables.base import Base

SHOWS_ARTICLE = """type = 'assistant_said' AND body @> '{"parts": [{"kind": "article"}]}'"""
"""What the index of shown articles covers; who asks in other words reads the whole log."""


PASSES_ON = """type IN ('human_asked', 'agent_accepted', 'taken_over', 'transferred', \
'agent_vanished', 'snoozed', 'woken', 'handed_back', 'returned_to_assistant', 'closed')"""
"""What the index of a case's way between people covers; as above, to be asked word for word."""


SAID = "type IN ('customer_said', 'assistant_said', 'agent_said', 'note_added')"
"""What the index of words covers: all that people and the assistant say, and notes."""


class EventRow(Base):
    """The append-only log: transcript, audit trail, outbox and resume point in one."""

    __tablename__ = "event"
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[datetime]
    type: Mapped[str]
    in_reply_to: Mapped[int | None] = mapped_column(Integer)
    body: Mapped[dict[str, Any]]

    __table_args__ = (
        Index(
            "one_answer_a_message",
            "conversation_id",
            "in_reply_to",
            unique=True,
            postgresql_where=text("type IN ('assistant_said', 'assistant_failed')"),
        ),
        Index("articles_shown", "at", postgresql_where=text(SHOWS_ARTICLE)),
        Index(
            "said",
            text("said_words(body)"),
            postgresql_using="gin",
            postgresql_where=text(SAID),
        ),
        Index("passages", "at", postgresql_where=text(PASSES_ON)),
        Index("handoffs", "at", postgresql_where=text("type = 'human_asked'")),
    )


class ReceiptRow(Base):
    """Every message id a sender ever used, with what became of it."""

    __tablename__ = "receipt"
    sender_id: Mapped[UUID] = mapped_column(primary_key=True)
    message_id: Mapped[UUID] = mapped_column(primary_key=True)
    conversation_id: Mapped[UUID]
    seq: Mapped[int] = mapped_column(Integer)
    digest: Mapped[bytes] = mapped_column(LargeBinary)


class AttachmentRow(Base):
    """A file that somebody uploaded; without `seq` it waits for its message."""

    __tablename__ = "attachment"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    sender_id: Mapped[UUID]
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversation.id"))
    seq: Mapped[int | None] = mapped_column(Integer)
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int] = mapped_column(Integer)
    width: Mapped[int | None] = mapped_column(Integer)
    height: Mapped[int | None] = mapped_column(Integer)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    preview: Mapped[bytes | None] = mapped_column(LargeBinary)
    uploaded_at: Mapped[datetime] = mapped_column(server_default=func.now())

    __table_args__ = (
        Index("attachments_of_sender", "sender_id", "uploaded_at"),
        Index("attachments_of_conversation", "conversation_id"),
        Index("attachments_waiting", "uploaded_at", postgresql_where=text("seq IS NULL")),
    )


class SealedTextRow(Base):
    """What a masked message said, for as long as it is kept; readable with the vault's key only."""

    __tablename__ = "sealed_text"
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    sealed_at: Mapped[datetime] = mapped_column(server_default=func.now())

    __table_args__ = (Index("sealed_since", "sealed_at"),)
