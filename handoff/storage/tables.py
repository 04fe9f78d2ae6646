"""The rows, as the migrations make them."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Double,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    Text,
    Uuid,
    func,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TIMESTAMP
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Instant = TIMESTAMP(timezone=True)


SHOWS_ARTICLE = """type = 'assistant_said' AND body @> '{"parts": [{"kind": "article"}]}'"""
"""What the index of shown articles covers; who asks in other words reads the whole log."""


PASSES_ON = """type IN ('human_asked', 'agent_accepted', 'taken_over', 'transferred', \
'agent_vanished', 'snoozed', 'woken', 'handed_back', 'returned_to_assistant', 'closed')"""
"""What the index of a case's way between people covers; as above, to be asked word for word."""


SAID = "type IN ('customer_said', 'assistant_said', 'agent_said', 'note_added')"
"""What the index of words covers: all that people and the assistant say, and notes."""


class Base(DeclarativeBase):
    """All tables of handoff."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        datetime: Instant,
        dict[str, Any]: JSONB,
        list[str]: ARRAY(Text),
    }


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


class SealedTextRow(Base):
    """What a masked message said, for as long as it is kept; readable with the vault's key only."""

    __tablename__ = "sealed_text"
    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    sealed_at: Mapped[datetime] = mapped_column(server_default=func.now())

    __table_args__ = (Index("sealed_since", "sealed_at"),)


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
