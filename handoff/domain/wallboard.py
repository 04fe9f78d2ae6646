"""What leads watch: who waits, what is promised, what came of it (docs/wallboard.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from handoff.domain.packet import Priority
from handoff.domain.routing import Candidate

WINDOW_S = 12 * 3600.0
"""So far back it is counted what came of those who asked for a person."""

SPAN_S = 1800
"""The window is cut into spans of so many seconds, by the clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Those who wait and are alike in team and class; `oldest` is since when the first of them."""

    team: str | None
    priority: Priority
    waiting: int
    oldest: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """Cases with people: of which a promise is due soon, and of which one is overdue."""

    at_risk: int
    missed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What came of those who asked for a person, in a span of time."""

    asked: int = 0
    taken: int = 0
    """An agent took them for the first time since they asked."""
    abandoned: int = 0
    """They left while nobody had them."""
    dropped: int = 0
    """Their agent vanished."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A span of the window, from `at` on."""

    at: datetime
    flow: Flow


@dataclass(frozen=True, slots=True, kw_only=True)
class Wallboard:
    """All of one moment, by the database's clock."""

    at: datetime
    lines: tuple[Line, ...]
    promised: Promised
    agents: tuple[Candidate, ...]
    since: datetime
    """When the window begins; its first span may be cut off by that."""
    spans: tuple[Span, ...]

    @property
    def waiting(self) -> int:
        """Cases that nobody has, offered to somebody or not."""
        return sum(line.waiting for line in self.lines)

    @property
    def oldest(self) -> datetime | None:
        """Since when the first of them waits."""
        return min((line.oldest for line in self.lines), default=None)

    @property
    def by_class(self) -> dict[Priority, int]:
        """How many wait of each class."""
        by_class = dict.fromkeys(Priority, 0)
        for line in self.lines:
            by_class[line.priority] += line.waiting
        return by_class

    @property
    def flow(self) -> Flow:
        """All of the window."""
        flows = [span.flow for span in self.spans]
        return Flow(
            asked=sum(it.asked for it in flows),
            taken=sum(it.taken for it in flows),
            abandoned=sum(it.abandoned for it in flows),
            dropped=sum(it.dropped for it in flows),
        )

    @property
    def places(self) -> int:
        """Conversations that those who are here can have at once."""
        return sum(it.agent.capacity for it in self.agents if it.here)

    @property
    def load(self) -> int:
        """Conversations that those who are here have, or are offered."""
        return sum(sum(it.load.values()) for it in self.agents if it.here)


def spans_between(
    since: datetime, until: datetime, found: Mapping[datetime, Flow]
) -> tuple[Span, ...]:
    """Every span of the window, those in which nothing happened as well."""
    seconds = int(since.timestamp()) // SPAN_S * SPAN_S
    starts = range(seconds, int(until.timestamp()) + 1, SPAN_S)
    begins = (datetime.fromtimestamp(at, UTC) for at in starts)
    return tuple(Span(at=at, flow=found.get(at, Flow())) for at in begins)
