"""Letters to customers, and their ways back."""

from datetime import datetime
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


class MailRow(Base):
    """The outbox. What was sent is not kept; what may have arrived is not sent again."""

    __tablename__ = "mail"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversation.id"))
    address: Mapped[str]
    subject: Mapped[str]
    body: Mapped[str]
    state: Mapped[str] = mapped_column(server_default=text("'waits'"))
    tries: Mapped[int] = mapped_column(SmallInteger, server_default=text("0"))
    put_at: Mapped[datetime] = mapped_column(server_default=func.now())
    try_at: Mapped[datetime] = mapped_column(server_default=func.now())
    settled_at: Mapped[datetime | None]

    __table_args__ = (
        Index("mails_to_send", "try_at", postgresql_where=text("state IN ('waits', 'sending')")),
        Index("mails_of_conversation", "conversation_id"),
    )


class ReturnLinkRow(Base):
    """A way back into a chat from a mail; it works once. The token itself is never stored."""

    __tablename__ = "return_link"
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversation.id"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
