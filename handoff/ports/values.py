"""What goes through ports and is no part of the domain."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from handoff.domain.attachments import MediaType
from handoff.domain.conversation import Conversation
from handoff.domain.events import CustomerSaid
from handoff.domain.guides import StepDone, Tick
from handoff.domain.ids import ConversationId
from handoff.domain.messages import ArticleLink, Part, Understanding
from handoff.domain.packet import Reason
from handoff.domain.people import Customer, Language
from handoff.domain.routing import Case
from handoff.domain.votes import ArticleVote

Key: TypeAlias = tuple[int, datetime, UUID]
"""Rank, what is due, id: the order of the queue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Where a message went; `digest` tells a repeat from another message under the same id."""

    conversation: ConversationId
    seq: int
    digest: bytes
    repeat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A customer's message that waits for the assistant, claimed by one relay."""

    conversation: Conversation
    seq: int
    said: CustomerSaid
    customer: Customer
    failures: int = 0
    """How often it failed by a mistake of ours."""
    ticks: tuple[Tick, ...] = ()
    """What the customer has ticked in their guides so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the assistant has to say to a turn, and what it wants done."""

    parts: tuple[Part, ...]
    understanding: Understanding | None
    asks_human: tuple[Reason, str | None] | None = None
    language: Language | None = None
    steps: tuple[StepDone, ...] = ()
    """Steps of guides of which the customer said that they are done, or are not."""
    vote: ArticleVote | None = None
    """What the customer said of an article that the assistant had shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """What a file is by its content; a picture comes without what its camera told of it."""

    media_type: MediaType
    content: bytes
    width: int | None = None
    height: int | None = None
    preview: bytes | None = None
    """A small WebP picture of a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundArticle:
    """An article that answers a query; `score` is in 0..1."""

    link: ArticleLink
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleReference:
    """Where an article is."""

    slug: str
    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeArticle:
    """An article to be read in the chat; its HTML can do no harm."""

    reference: ArticleReference
    language: Language
    short_answer: str
    html: str
    related: tuple[ArticleReference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """A case that waits, its place in the queue's order, and when that was read."""

    key: Key
    case: Case
    at: datetime
