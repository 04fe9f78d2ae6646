"""What the services need of the world, as protocols; adapters do not inherit from them."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeAlias
from uuid import UUID

from handoff.domain.briefing import Logged
from handoff.domain.conversation import Conversation
from handoff.domain.events import CustomerSaid, Event, Started
from handoff.domain.ids import AgentId, ConversationId, CustomerId, MessageId
from handoff.domain.messages import ArticleLink, Choice, Part, Understanding
from handoff.domain.packet import Facts, Reason
from handoff.domain.people import Agent, Customer, CustomerKind, Identity, Language
from handoff.domain.views import Listed, View
from handoff.domain.waiting import Staff

Clock: TypeAlias = Callable[[], datetime]
"""The business clock (aware UTC); it may be set for demonstrations. Ownership never asks it."""

Tokens: TypeAlias = Callable[[], str]
"""A fresh unguessable token of at least 256 bits."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the assistant has to say to a turn, and what it wants done."""

    parts: tuple[Part, ...]
    understanding: Understanding | None
    asks_human: tuple[Reason, str | None] | None = None
    language: Language | None = None


class Conversations(Protocol):
    """Conversations and their logs. Whatever is read here is locked until the work ends."""

    async def locked(self, conversation: ConversationId) -> Conversation:
        """Unknown when there is none."""

    async def open_of(self, customer: CustomerId) -> Conversation | None:
        """The customer's one conversation that is not closed."""

    async def start(self, customer: CustomerId, started: Started) -> Conversation:
        """A new conversation with its first event; links it to the one it continues."""

    async def append(self, before: Conversation, event: Event) -> Conversation:
        """State and event together; Conflict when `before` is no longer what is stored."""

    async def move(self, conversation: ConversationId, to: CustomerId) -> None:
        """A visitor turned out to be a known customer."""

    async def choice(self, conversation: ConversationId, choice_id: str) -> Choice | None:
        """A button that was issued in this conversation."""


class Reads(Protocol):
    """Looking without locking."""

    async def conversation(self, conversation: ConversationId) -> Conversation:
        """Unknown when there is none."""

    async def log(
        self, conversation: ConversationId, after: int = 0, limit: int | None = None
    ) -> tuple[Logged, ...]:
        """Events with seq > after, in order."""

    async def of_customer(self, customer: CustomerId) -> tuple[Conversation, ...]:
        """Newest first."""

    async def queue(self) -> tuple[ConversationId, ...]:
        """Who waits, next first."""

    async def staff(self) -> Staff:
        """The agents who can take chats now."""


class Receipts(Protocol):
    """Which message ids were seen, for ever."""

    async def first(self, sender: UUID, message: MessageId) -> Receipt | None:
        """What became of the first message under this id."""

    async def keep(self, sender: UUID, message: MessageId, receipt: Receipt) -> None:
        """Conflict when another work kept one meanwhile."""


class Turns(Protocol):
    """The assistant's work list: derived from the log, claimed in the database."""

    async def claim(self, limit: int, lease_s: float) -> tuple[Turn, ...]:
        """Turns nobody else works on; a claim lapses by itself after `lease_s`."""

    async def release(self, conversation: ConversationId) -> None:
        """Done with it, whatever came of it."""


class Customers(Protocol):
    """The people who write."""

    async def customer(self, customer: CustomerId) -> Customer:
        """Unknown when there is none."""

    async def of_session(self, token: str) -> Customer | None:
        """Whom a token speaks for; None when it is unknown, ended or lapsed."""

    async def visitor(self, language: Language) -> Customer:
        """Somebody new who has not signed in."""

    async def known(self, identity: Identity, language: Language) -> Customer:
        """The customer the platform vouches for; made at the first sight, kept up to date."""

    async def spend(self, identity: Identity) -> None:
        """Remember a token as used; InvalidIdentity when it was used before."""


class Sessions(Protocol):
    """Revocable sessions; tokens are stored hashed only."""

    async def open(self, token: str, holder: CustomerId | AgentId, ttl_s: float) -> None:
        """From now on the token speaks for its holder."""

    async def end(self, token: str) -> None:
        """The token is worth nothing from now on."""


class Agents(Protocol):
    """The people who help."""

    async def agent(self, agent: AgentId) -> Agent:
        """Unknown when there is none or it is disabled."""

    async def of_session(self, token: str) -> Agent | None:
        """Whom a token speaks for; None when it is unknown, ended or lapsed, or they are gone."""

    async def locked(self, agent: AgentId) -> Agent:
        """The same, locked: two claims of one agent cannot both see a free place."""

    async def load(self, agent: AgentId) -> int:
        """Conversations the agent owns."""

    async def credentials(self, email: str) -> tuple[AgentId, str] | None:
        """The agent's id and password hash."""

    async def set_available(self, agent: AgentId, *, available: bool) -> None:
        """Whether they take chats."""

    async def beat(self, agent: AgentId, lease_s: float) -> None:
        """The console is alive: renew the lease on all that the agent owns."""

    async def abandoned(self) -> tuple[ConversationId, ...]:
        """Conversations whose owner's lease has lapsed."""


class Work(Protocol):
    """One transaction. Leaving it cleanly commits; an exception rolls back."""

    @property
    def conversations(self) -> Conversations: ...
    @property
    def reads(self) -> Reads: ...
    @property
    def receipts(self) -> Receipts: ...
    @property
    def turns(self) -> Turns: ...
    @property
    def customers(self) -> Customers: ...
    @property
    def sessions(self) -> Sessions: ...
    @property
    def agents(self) -> Agents: ...


OpenWork: TypeAlias = Callable[[], AbstractAsyncContextManager[Work]]
"""Services that only look are given one without a transaction around its statements."""


class Assistant(Protocol):
    """Understands a message and decides what to say."""

    async def answer(self, turn: Turn) -> Answer:
        """AssistantUnavailable when there is none."""


class FactsSource(Protocol):
    """The platform's read model."""

    async def facts(self, sub: str, kind: CustomerKind, reference: str | None) -> Facts:
        """What is known of the customer; the payout under discussion, failing that the latest."""


class Hints(Protocol):
    """Tells other processes that there is something to look at. May get lost."""

    async def changed(self, conversation: ConversationId, *, turn: bool = False) -> None:
        """The conversation's log has grown; `turn` when the assistant has something to answer."""


class Identities(Protocol):
    """Checks the platform's tokens."""

    def check(self, token: str) -> Identity:
        """InvalidIdentity when the token is not acceptable."""


class Passwords(Protocol):
    """Password hashing."""

    def matches(self, hashed: str | None, password: str) -> bool:
        """Takes the same time for a wrong password, or for nobody (None), as for a right one."""


class Hours(Protocol):
    """When people are there."""

    def is_open(self, at: datetime) -> bool:
        """Whether people answer at this moment."""

    def opens_after(self, at: datetime) -> datetime:
        """The next opening, aware UTC."""


LanguageOf: TypeAlias = Callable[[str, Language], Language]
"""The language of a text, given the conversation's so far, which short texts keep."""


class Screens(Protocol):
    """Lists as screens and sockets need them; each call is a short read of its own."""

    async def listed(
        self, view: View, agent: AgentId, *, limit: int, before: datetime | None
    ) -> tuple[Listed, ...]:
        """A view's rows."""

    async def these(self, conversations: Sequence[ConversationId]) -> tuple[Listed, ...]:
        """The rows of some conversations."""

    async def counts(self, agent: AgentId) -> dict[str, int]:
        """Rows per view."""

    async def grown(self, within_s: float) -> tuple[tuple[ConversationId, int], ...]:
        """What changed lately, with the last seq."""

    async def valid(self, tokens: Sequence[str]) -> frozenset[str]:
        """Tokens that still speak for somebody."""

    async def answers(self) -> bool:
        """Whether the database is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundArticle:
    """An article that answers a query; `score` is in 0..1."""

    link: ArticleLink
    score: float


class Articles(Protocol):
    """The help centre."""

    def search(self, query: str, language: Language, limit: int) -> tuple[FoundArticle, ...]:
        """Best first."""

    def page(self, language: Language, slug: str) -> str:
        """A whole HTML page; Unknown when there is no such article."""

    def index(self, language: Language, query: str | None) -> str:
        """The page that lists all articles, or what a query found."""

    def stylesheet(self) -> str:
        """The pages' CSS."""


class PlatformEvents(Protocol):
    """Takes in what the platform reports."""

    async def take(self, headers: Mapping[str, str], body: bytes) -> bool:
        """False for an event that was known. InvalidEvent, InvalidSignature."""
