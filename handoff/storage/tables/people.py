"""Customers, agents, and who is signed in."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ForeignKey,
    Index,
    LargeBinary,
    SmallInteger,
    func,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from handoff.storage.tables.base import Base


class CustomerRow(Base):
    """Somebody who writes; `sub` is the platform's id of those who signed in."""

    __tablename__ = "customer"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=func.gen_random_uuid())
    sub: Mapped[str | None] = mapped_column(unique=True)
    kind: Mapped[str]
    name: Mapped[str | None]
    language: Mapped[str]
    since: Mapped[datetime] = mapped_column(server_default=func.now())


class AgentRow(Base):
    """Somebody who helps. `seen_at` is the console's last sign of life."""

    __tablename__ = "agent"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=func.gen_random_uuid())
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    password_hash: Mapped[str]
    role: Mapped[str]
    languages: Mapped[list[str]]
    skills: Mapped[list[str]]
    teams: Mapped[list[str]]
    capacity: Mapped[int] = mapped_column(SmallInteger)
    levels: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    channel_capacity: Mapped[dict[str, Any]] = mapped_column(server_default=text("'{}'"))
    status: Mapped[str] = mapped_column(server_default=text("'offline'"))
    missed: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    """Offers in a row that lapsed."""
    idle_since: Mapped[datetime] = mapped_column(server_default=func.now())
    """Since when nothing new has come to them."""
    seen_at: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]


class SavedViewRow(Base):
    """A list that an agent gave a name."""

    __tablename__ = "saved_view"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    agent_id: Mapped[UUID] = mapped_column(ForeignKey("agent.id"))
    name: Mapped[str]
    view: Mapped[str]
    filters: Mapped[dict[str, Any]]
    saved_at: Mapped[datetime] = mapped_column(server_default=func.now())

    __table_args__ = (Index("saved_view_name", "agent_id", "name", unique=True),)


class SessionRow(Base):
    """A session of a customer or an agent; the token itself is never stored."""

    __tablename__ = "session"
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    holder_id: Mapped[UUID]
    opened_at: Mapped[datetime] = mapped_column(server_default=func.now())
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class SpentTokenRow(Base):
    """A platform token that was exchanged for a session and is worth nothing any more."""

    __tablename__ = "spent_token"
    token_id: Mapped[str] = mapped_column(primary_key=True)
    expires_at: Mapped[datetime]
