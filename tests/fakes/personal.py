"""Sealed texts and accesses in memory, and a vault that only looks like one."""

from dataclasses import dataclass
from datetime import timedelta

from handoff.domain.accesses import Access, Recorded
from handoff.domain.errors import Conflict, Unavailable
from handoff.domain.ids import ConversationId, CustomerId
from tests.fakes.memory import Memory


@dataclass(frozen=True, slots=True)
class FakeSealedTexts:
    """One a message."""

    memory: Memory

    async def keep(self, conversation: ConversationId, seq: int, sealed: bytes) -> None:
        """Once."""
        if (conversation, seq) in self.memory.sealed:
            raise Conflict("somebody else was first")
        self.memory.sealed[conversation, seq] = (sealed, self.memory.now())

    async def of(self, conversation: ConversationId, seq: int) -> bytes | None:
        """As long as it is kept."""
        found = self.memory.sealed.get((conversation, seq))
        return found[0] if found else None

    async def erase(self, older_than_s: float) -> int:
        """What is too old."""
        until = self.memory.now() - timedelta(seconds=older_than_s)
        old = [key for key, (_, at) in self.memory.sealed.items() if at < until]
        for key in old:
            del self.memory.sealed[key]
        return len(old)


@dataclass(frozen=True, slots=True)
class FakeAccesses:
    """Only ever added to."""

    memory: Memory

    async def record(self, access: Access) -> None:
        """At this time."""
        recorded = Recorded(at=self.memory.now(), access=access)
        self.memory.accesses = (*self.memory.accesses, recorded)

    async def to(self, customer: CustomerId) -> tuple[Recorded, ...]:
        """Oldest first."""
        return tuple(it for it in self.memory.accesses if it.access.customer == customer)


@dataclass(frozen=True, slots=True)
class FakeVault:
    """Turns texts around, with their place; opens nothing that was moved."""

    def seal(self, text: str, place: str) -> bytes:
        """Not readable at a glance."""
        return f"{place}|{text}"[::-1].encode()

    def open(self, sealed: bytes, place: str) -> str:
        """Only where it was sealed."""
        at, _, text = sealed.decode()[::-1].partition("|")
        if at != place:
            raise Unavailable("the original cannot be opened with the present keys")
        return text
