"""The tables of schema `payouts`: the events as they came, and the latest state made of them."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import Date, DateTime, Index, MetaData, Numeric, Text, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SCHEMA = "payouts"


class Base(DeclarativeBase):
    """Every table of this package."""

    metadata = MetaData(
        schema=SCHEMA,
        naming_convention={"pk": "pk_%(table_name)s", "ix": "ix_%(table_name)s_%(column_0_name)s"},
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        date: Date,
        datetime: DateTime(timezone=True),
        Decimal: Numeric(14, 2),
        dict[str, Any]: JSONB,
    }


class EventRow(Base):
    """An event as it came; never changed. Its primary key is what makes a repeat do nothing."""

    __tablename__ = "event"
    __table_args__ = (Index("ix_event_subject", "topic", "subject", "occurred_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    type: Mapped[str]
    topic: Mapped[str]
    subject: Mapped[str]
    occurred_at: Mapped[datetime]
    received_at: Mapped[datetime] = mapped_column(server_default=func.now())
    data: Mapped[dict[str, Any]]


class PayoutRow(Base):
    """A payout as of its latest event."""

    __tablename__ = "payout"

    reference: Mapped[str] = mapped_column(primary_key=True)
    sub: Mapped[str] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(index=True)
    reason: Mapped[str | None]
    public_reason: Mapped[str | None]
    amount: Mapped[Decimal]
    currency: Mapped[str]
    method: Mapped[str | None]
    account_holder: Mapped[str | None]
    expected_on: Mapped[date | None]
    requested_at: Mapped[datetime]
    since: Mapped[datetime]


class MilestoneRow(Base):
    """A milestone as of its latest event."""

    __tablename__ = "milestone"

    milestone: Mapped[str] = mapped_column(primary_key=True)
    project: Mapped[str]
    title: Mapped[str]
    client: Mapped[str | None] = mapped_column(index=True)
    freelancer: Mapped[str | None] = mapped_column(index=True)
    state: Mapped[str]
    reason: Mapped[str | None]
    amount: Mapped[Decimal]
    currency: Mapped[str]
    since: Mapped[datetime]


class EarningRow(Base):
    """An earning as of its latest event."""

    __tablename__ = "earning"

    earning: Mapped[str] = mapped_column(primary_key=True)
    sub: Mapped[str] = mapped_column(index=True)
    milestone: Mapped[str | None]
    state: Mapped[str]
    amount: Mapped[Decimal]
    currency: Mapped[str]
    available_on: Mapped[date | None]
    since: Mapped[datetime]


class CustomerRow(Base):
    """A customer as of the latest event of each gate; the name is missing until it was told."""

    __tablename__ = "customer"

    sub: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    kind: Mapped[str | None]
    segment: Mapped[str | None]
    joined_on: Mapped[date | None]
    time_zone: Mapped[str | None]
    language: Mapped[str | None]
    identity: Mapped[str | None]
    identity_reason: Mapped[str | None]
    identity_since: Mapped[datetime | None]
    tax: Mapped[str | None]
    tax_since: Mapped[datetime | None]
    method: Mapped[str | None]
    method_kind: Mapped[str | None]
    method_holder: Mapped[str | None]
    method_since: Mapped[datetime | None]
