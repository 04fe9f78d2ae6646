"""A conversation and where it stands."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    Uuid,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from handoff.storage.tables.base import Base


class ConversationRow(Base):
    """One case; who owns it, how far its log goes, and what still waits for an answer."""

    __tablename__ = "conversation"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=func.gen_random_uuid())
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"))
    case_number: Mapped[str] = mapped_column(
        server_default=text("'L-' || nextval('case_number')"), unique=True
    )
    channel: Mapped[str]
    language: Mapped[str]
    page_url: Mapped[str | None]
    state: Mapped[str]
    last_seq: Mapped[int] = mapped_column(Integer)
    said_seq: Mapped[int] = mapped_column(Integer)
    answered_seq: Mapped[int] = mapped_column(Integer)
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("agent.id"))
    owner_name: Mapped[str | None]
    epoch: Mapped[int] = mapped_column(Integer)
    lease_until: Mapped[datetime | None]
    """When the owner counts as vanished. Only the database's clock is asked."""
    turn_until: Mapped[datetime | None]
    """Until when one relay has this conversation's turn."""
    turn_failures: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    """How often this turn failed by a mistake of ours."""
    packet: Mapped[dict[str, Any] | None]
    team: Mapped[str | None]
    priority_rank: Mapped[int | None] = mapped_column(SmallInteger)
    """Of the class the case was put into."""
    rank: Mapped[int | None] = mapped_column(SmallInteger)
    """The same, better by one for each ageing time waited."""
    ages_at: Mapped[datetime | None]
    """When `rank` gets better next; None when nobody has looked yet."""
    offered_to: Mapped[UUID | None] = mapped_column(ForeignKey("agent.id"))
    offered_name: Mapped[str | None]
    offer_until: Mapped[datetime | None]
    offer_why: Mapped[dict[str, Any] | None]
    declined: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), server_default=text("'{}'"))
    declined_at: Mapped[datetime | None]
    last_agent_id: Mapped[UUID | None] = mapped_column(ForeignKey("agent.id"))
    last_agent_name: Mapped[str | None]
    followers: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), server_default=text("'{}'"))
    snoozed_until: Mapped[datetime | None]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    call_back_at: Mapped[datetime | None]
    mailed_seq: Mapped[int] = mapped_column(Integer, server_default=text("0"))
    """Words of agents up to here were mailed."""
    device_at: Mapped[datetime | None]
    """When a device of a customer with an address was there last."""
    person_since: Mapped[datetime | None]
    answer_since: Mapped[datetime | None]
    answered: Mapped[bool] = mapped_column(Boolean, server_default=text("false"))
    first_response_due: Mapped[datetime | None]
    next_response_due: Mapped[datetime | None]
    resolution_due: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    """What the queue is ordered by within a rank."""
    started_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())
    waiting_since: Mapped[datetime | None]
    queued_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    close_reason: Mapped[str | None]
    previous_id: Mapped[UUID | None] = mapped_column(ForeignKey("conversation.id"))
    next_id: Mapped[UUID | None] = mapped_column(ForeignKey("conversation.id"))
    preview: Mapped[str]
    tags: Mapped[list[str]] = mapped_column(server_default=text("'{}'"))

    __table_args__ = (
        Index(
            "one_open_conversation",
            "customer_id",
            unique=True,
            postgresql_where=text("state <> 'closed'"),
        ),
        Index(
            "turns_to_take",
            "updated_at",
            postgresql_where=text("state = 'bot' AND said_seq > answered_seq"),
        ),
        Index(
            "queue_order",
            "rank",
            "due_at",
            "id",
            postgresql_where=text("state IN ('queued', 'offered')"),
        ),
        Index(
            "ageing",
            "ages_at",
            postgresql_where=text("state IN ('queued', 'offered') AND rank > 0"),
        ),
        Index("offers", "offered_to", postgresql_where=text("state = 'offered'")),
        Index("snoozes", "snoozed_until", postgresql_where=text("state = 'snoozed'")),
        Index("call_backs", "call_back_at", postgresql_where=text("call_back_at IS NOT NULL")),
        Index("with_address", "updated_at", postgresql_where=text("email IS NOT NULL")),
        Index("owned", "owner_id", postgresql_where=text("state = 'agent'")),
        Index("of_customer", "customer_id", "started_at"),
        Index("lately", "updated_at"),
    )
