"""Guides, and what people say of articles and conversations."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    func,
)
from sqlalchemy.orm import Mapped, mapped_column

from handoff.storage.tables.base import Base


class GuideProgressRow(Base):
    """A customer's latest word on a step of a guide."""

    __tablename__ = "guide_progress"
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    guide: Mapped[str] = mapped_column(primary_key=True)
    step: Mapped[str] = mapped_column(primary_key=True)
    done: Mapped[bool] = mapped_column(Boolean)
    changed_at: Mapped[datetime] = mapped_column(server_default=func.now())


class ArticleVoteRow(Base):
    """A customer's latest word on an article that the assistant showed them."""

    __tablename__ = "article_vote"
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    slug: Mapped[str] = mapped_column(primary_key=True)
    language: Mapped[str]
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"))
    helpful: Mapped[bool] = mapped_column(Boolean)
    at: Mapped[datetime] = mapped_column(server_default=func.now())

    __table_args__ = (Index("votes_of_customer", "customer_id"),)


class RatingRow(Base):
    """How a conversation was for its customer; written once."""

    __tablename__ = "rating"
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    csat: Mapped[int] = mapped_column(SmallInteger, CheckConstraint("csat BETWEEN 1 AND 5"))
    effort: Mapped[int | None] = mapped_column(
        SmallInteger, CheckConstraint("effort BETWEEN 1 AND 7")
    )
    comment: Mapped[str | None]
    at: Mapped[datetime] = mapped_column(server_default=func.now())

    __table_args__ = (Index("ratings_by_time", "at"),)


class PageVoteRow(Base):
    """A browser's latest word on an article's page; it names neither customer nor browser."""

    __tablename__ = "page_vote"
    ballot: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    slug: Mapped[str]
    language: Mapped[str]
    helpful: Mapped[bool] = mapped_column(Boolean)
    at: Mapped[datetime] = mapped_column(server_default=func.now())
