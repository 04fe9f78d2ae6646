"""Notices, records of reading and changing, timers and rushes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    SmallInteger,
    func,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from handoff.storage.tables.base import Base


class CrisisNoticeRow(Base):
    """What a lead had said to everybody, from when, until when."""

    __tablename__ = "crisis_notice"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    text_de: Mapped[str]
    text_en: Mapped[str]
    begins_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("agent.id"))
    by_name: Mapped[str]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by: Mapped[UUID | None] = mapped_column(ForeignKey("agent.id"))


class AccessRow(Base):
    """Who read or changed whose personal data, when and what for; never the data itself.

    Without an agent it was the system.
    """

    __tablename__ = "access_log"
    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    at: Mapped[datetime] = mapped_column(server_default=func.now())
    agent_id: Mapped[UUID | None] = mapped_column(ForeignKey("agent.id"))
    action: Mapped[str]
    subject: Mapped[str]
    customer_id: Mapped[UUID]
    conversation_id: Mapped[UUID | None]
    seq: Mapped[int | None] = mapped_column(Integer)
    fields: Mapped[list[str]]
    purpose: Mapped[str]

    __table_args__ = (
        Index("accesses_to_customer", "customer_id", "at"),
        Index("accesses_of_agent", "agent_id", "at"),
    )


class ChangeRow(Base):
    """What a lead or an admin changed, with the values that differ; never a secret."""

    __tablename__ = "change_log"
    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    at: Mapped[datetime] = mapped_column(server_default=func.now())
    by_id: Mapped[UUID] = mapped_column(ForeignKey("agent.id"))
    by_name: Mapped[str]
    kind: Mapped[str]
    about: Mapped[str]
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]


class PlaybookTimerRow(Base):
    """A playbook that began in a conversation, and when its next contact is to be called."""

    __tablename__ = "playbook_timer"
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    playbook: Mapped[str] = mapped_column(primary_key=True)
    due_at: Mapped[datetime | None]


class SurgeRow(Base):
    """The rush as it is; there is one row."""

    __tablename__ = "surge"
    one: Mapped[bool] = mapped_column(Boolean, primary_key=True, server_default=text("true"))
    level: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    worse_since: Mapped[datetime | None]
    better_since: Mapped[datetime | None]


class SurgeChangeRow(Base):
    """A rise or fall of the rush, the figures that caused it, and what has been so since."""

    __tablename__ = "surge_change"
    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    at: Mapped[datetime]
    level_before: Mapped[int] = mapped_column(SmallInteger)
    level: Mapped[int] = mapped_column(SmallInteger)
    open: Mapped[bool] = mapped_column(Boolean)
    waiting: Mapped[int] = mapped_column(Integer)
    expected_wait_s: Mapped[float | None] = mapped_column(Double)
    arrivals_a_minute: Mapped[float] = mapped_column(Double)
    extra_capacity: Mapped[int] = mapped_column(SmallInteger)
    widen: Mapped[bool] = mapped_column(Boolean)
    offer_email: Mapped[bool] = mapped_column(Boolean)
    stand_by: Mapped[list[str]]
    resting: Mapped[list[str]]
    tell_leads: Mapped[bool] = mapped_column(Boolean)
