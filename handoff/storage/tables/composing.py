"""Words that agents begin with."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ForeignKey,
    Index,
    func,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from handoff.storage.tables.base import Base


class ReplyDraftRow(Base):
    """A draft of a reply, kept until it can hardly be sent any more."""

    __tablename__ = "reply_draft"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversation.id"))
    agent_id: Mapped[UUID] = mapped_column(ForeignKey("agent.id"))
    made_at: Mapped[datetime] = mapped_column(server_default=func.now())
    language: Mapped[str]
    text: Mapped[str]
    maker: Mapped[str]
    sources: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)

    __table_args__ = (
        Index("drafts_of_conversation", "conversation_id"),
        Index("drafts_by_age", "made_at"),
    )


class CannedReplyRow(Base):
    """A reply written in advance: an agent's own, a team's, or everybody's."""

    __tablename__ = "canned_reply"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    shortcut: Mapped[str]
    title: Mapped[str]
    text_de: Mapped[str]
    text_en: Mapped[str]
    team: Mapped[str | None]
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("agent.id"))
    owner_name: Mapped[str | None]
    steps: Mapped[dict[str, Any]]
    changed_at: Mapped[datetime]
    changed_by: Mapped[UUID] = mapped_column(ForeignKey("agent.id"))
    changed_name: Mapped[str]

    __table_args__ = (
        Index(
            "one_shortcut_a_place",
            "shortcut",
            "team",
            "owner_id",
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
    )
