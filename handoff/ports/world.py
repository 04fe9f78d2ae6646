"""What the services need of everything else."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol, TypeAlias

from handoff.domain.conversation import Conversation
from handoff.domain.files import PlatformChange, PlatformFile
from handoff.domain.guides import Guide
from handoff.domain.ids import ConversationId
from handoff.domain.messages import ArticleLink
from handoff.domain.owed import NEVER, Due
from handoff.domain.packet import Facts
from handoff.domain.people import CustomerKind, Identity, Language
from handoff.domain.routing import Routing, Surge
from handoff.domain.timetables import RuleFile, Timetable
from handoff.ports.values import Answer, FoundArticle, Turn, WholeArticle

Clock: TypeAlias = Callable[[], datetime]
"""The business clock (aware UTC); it may be set for demonstrations. Ownership never asks it."""

Tokens: TypeAlias = Callable[[], str]
"""A fresh unguessable token of at least 256 bits."""


class Assistant(Protocol):
    """Understands a message and decides what to say."""

    async def answer(self, turn: Turn) -> Answer:
        """AssistantUnavailable when there is none."""


class FactsSource(Protocol):
    """The platform's read model."""

    async def facts(self, sub: str, kind: CustomerKind, reference: str | None) -> Facts:
        """What is known of the customer; the payout under discussion, failing that the latest."""


class CustomerFiles(Protocol):
    """The platform's read model, for whoever helps a customer."""

    async def file(self, sub: str) -> PlatformFile:
        """All that is known now."""

    async def changes(
        self, sub: str, before: tuple[datetime, str] | None, limit: int
    ) -> tuple[PlatformChange, ...]:
        """What happened before a place (a time and an id), the latest first."""


class Hints(Protocol):
    """Tells other processes that there is something to look at. May get lost."""

    async def changed(self, conversation: ConversationId, *, turn: bool = False) -> None:
        """The conversation's log has grown; `turn` when the assistant has something to answer."""

    def dispatch(self) -> None:
        """There is something to give out, or somebody to take it."""

    async def ticked(self, conversation: ConversationId, guide: str) -> None:
        """The customer of the conversation got on with a guide."""


class Identities(Protocol):
    """Checks the platform's tokens."""

    def check(self, token: str) -> Identity:
        """InvalidIdentity when the token is not acceptable."""


class Passwords(Protocol):
    """Password hashing."""

    def hashed(self, password: str) -> str:
        """What to store; takes its time on purpose."""

    async def matches(self, hashed: str | None, password: str) -> bool:
        """Takes the same time for a wrong password, or for nobody (None), as for a right one."""


class Vault(Protocol):
    """Seals texts so that the database alone gives nothing away."""

    def seal(self, text: str, place: str) -> bytes:
        """Opens at this place only: what is copied elsewhere stays shut."""

    def open(self, sealed: bytes, place: str) -> str:
        """Unavailable when no key opens it."""


class Hours(Protocol):
    """When people are there."""

    def is_open(self, at: datetime) -> bool:
        """Whether people answer at this moment."""

    def opens_after(self, at: datetime) -> datetime:
        """The next opening, aware UTC."""

    def after(self, at: datetime, seconds: float) -> datetime:
        """The moment by which so many seconds of opening time have passed, aware UTC."""

    def of(self, team: str | None) -> "Hours":
        """Those of a team; of none, or of one that has none of its own, the usual ones."""


class Calendar(Protocol):
    """The same, to be looked up."""

    def timetable(self, at: datetime) -> Timetable:
        """As it stands at a moment."""

    def of(self, team: str | None) -> "Calendar":
        """That of a team; of none, or of one that has none of its own, the usual one."""


RuleFiles: TypeAlias = Callable[[], tuple[RuleFile, ...]]
"""The files of the team's rules, read and checked at each call."""


Policy: TypeAlias = Callable[[], Routing]
"""The team's rules as they are now: they may change while we run."""


Promise: TypeAlias = Callable[[Conversation], Due]
"""By when a conversation's customer is owed what they are owed."""


def no_promise(_conversation: Conversation) -> Due:
    """Nobody has promised a time."""
    return NEVER


Rush: TypeAlias = Callable[[], Surge]
"""What a rush changes at this moment."""


LanguageOf: TypeAlias = Callable[[str, Language], Language]
"""The language of a text, given the conversation's so far, which short texts keep."""


class Articles(Protocol):
    """The help centre."""

    def search(self, query: str, language: Language, limit: int) -> tuple[FoundArticle, ...]:
        """Best first."""

    def article(self, language: Language, slug: str) -> WholeArticle:
        """To be read in the chat; Unknown when there is no such article."""

    def link(self, language: Language, slug: str) -> ArticleLink:
        """An article with its short answer; Unknown when there is none."""

    def page(
        self, language: Language, slug: str, site: str = "", *, helpful: bool | None = None
    ) -> str:
        """A whole HTML page of `site`, with thanks for a vote; Unknown without such an article."""

    def index(self, language: Language, query: str | None) -> str:
        """The page that lists all articles, or what a query found."""

    def stylesheet(self) -> str:
        """The pages' CSS."""

    def picture(self, name: str) -> str:
        """A drawing within the articles, as SVG; Unknown when there is none of that name."""


class GuideBook(Protocol):
    """The guides there are."""

    def all(self, language: Language) -> tuple[Guide, ...]:
        """Every guide."""

    def guide(self, slug: str, language: Language) -> Guide:
        """Unknown when there is no such guide."""


class Standing(Protocol):
    """What the platform's read model knows to be done."""

    async def achieved(self, sub: str) -> frozenset[str]:
        """Names of facts, as steps of guides use them in `done_when`."""


class PlatformEvents(Protocol):
    """Takes in what the platform reports."""

    async def take(self, headers: Mapping[str, str], body: bytes) -> bool:
        """False for an event that was known. InvalidEvent, InvalidSignature."""
