"""The world around the services: the assistant, the platform, the clock on the wall."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from handoff.domain.errors import AssistantUnavailable, InvalidIdentity
from handoff.domain.ids import ConversationId
from handoff.domain.messages import Text, Understanding
from handoff.domain.packet import Facts
from handoff.domain.people import CustomerKind, Identity, Language
from handoff.ports import Answer, Turn


def saying(text: str, reading: Understanding | None = None) -> Answer:
    """A plain answer."""
    return Answer(parts=(Text(text=text),), understanding=reading)


@dataclass(slots=True)
class FakeAssistant:
    """Says what it is told to, fails as it is told to, and remembers what it was asked."""

    answers: list[Answer | AssistantUnavailable] = field(default_factory=list)
    """Used up first to last; afterwards it repeats what was said to it."""
    asked: list[Turn] = field(default_factory=list)
    gate: asyncio.Event | None = None
    """Says nothing before it is set."""
    listening: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once it was asked."""

    async def answer(self, turn: Turn) -> Answer:
        """The next answer."""
        self.asked.append(turn)
        self.listening.set()
        if self.gate is not None:
            await self.gate.wait()
        if not self.answers:
            return Answer(parts=turn.said.parts, understanding=None)
        match self.answers.pop(0):
            case AssistantUnavailable() as unavailable:
                raise unavailable
            case Answer() as answer:
                return answer


@dataclass(slots=True)
class FakeFacts:
    """The platform's read model, with what it was asked for."""

    known: dict[str, Facts] = field(default_factory=dict)
    references: list[str | None] = field(default_factory=list)

    async def facts(self, sub: str, kind: CustomerKind, reference: str | None) -> Facts:
        """Nothing of somebody unknown."""
        self.references.append(reference)
        return self.known.get(sub, Facts())


@dataclass(slots=True)
class FakeHints:
    """Who was told that a log has grown."""

    told: list[ConversationId] = field(default_factory=list)
    turns: list[ConversationId] = field(default_factory=list)
    """Those of which it was said that the assistant has something to answer."""
    dispatches: int = 0
    """How often it was said that the queue may move."""
    ticks: list[tuple[ConversationId, str]] = field(default_factory=list)
    """Whose customer got on with which guide."""

    async def changed(self, conversation: ConversationId, *, turn: bool = False) -> None:
        """Remembered."""
        self.told.append(conversation)
        if turn:
            self.turns.append(conversation)

    def dispatch(self) -> None:
        """Counted."""
        self.dispatches += 1

    async def ticked(self, conversation: ConversationId, guide: str) -> None:
        """Remembered."""
        self.ticks.append((conversation, guide))


@dataclass(slots=True)
class FakeIdentities:
    """Tokens that the platform signed."""

    signed: dict[str, Identity] = field(default_factory=dict)

    def check(self, token: str) -> Identity:
        """InvalidIdentity for any other."""
        if token not in self.signed:
            raise InvalidIdentity("identity: not signed by the platform")
        return self.signed[token]


@dataclass(frozen=True, slots=True)
class FakePasswords:
    """A hash that everybody can see through."""

    def hashed(self, password: str) -> str:
        """What is stored."""
        return f"hashed {password}"

    async def matches(self, hashed: str | None, password: str) -> bool:
        """False for nobody's password."""
        return hashed == f"hashed {password}"


@dataclass(slots=True)
class FakeHours:
    """Open, or open in an hour."""

    open: bool = True

    def is_open(self, at: datetime) -> bool:
        """At any time."""
        return self.open

    def opens_after(self, at: datetime) -> datetime:
        """Soon."""
        return at + timedelta(hours=1)

    def after(self, at: datetime, seconds: float) -> datetime:
        """Without a break."""
        return at + timedelta(seconds=seconds)

    def of(self, team: str | None) -> "FakeHours":
        """The same for all."""
        return self


def language_of(text: str, current: Language) -> Language:
    """English has an “the” in it, German a “das”; what has neither keeps its language."""
    words = text.lower().split()
    told = {"the": Language.EN, "das": Language.DE}
    return next((told[word] for word in words if word in told), current)
