"""What agents and leads look at."""

from collections.abc import Sequence
from typing import Protocol

from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.search import Found, Sought
from handoff.domain.views import Listed, Looked, Page, View
from handoff.domain.wallboard import Wallboard


class Search(Protocol):
    """Full text search over all that was said; each call is a short read of its own."""

    async def said(self, sought: Sought, *, limit: int, cursor: str | None = None) -> Found:
        """Messages with these words, the latest first. Invalid when the cursor is none."""

    async def named(self, sought: Sought, *, limit: int) -> tuple[Listed, ...]:
        """Conversations with this case number, or with a customer of this name."""


class Boards(Protocol):
    """What leads watch."""

    async def now(self) -> Wallboard:
        """All figures of one moment."""


class Screens(Protocol):
    """Lists as screens and sockets need them; each call is a short read of its own."""

    async def listed(self, looked: Looked, *, limit: int, cursor: str | None = None) -> Page:
        """A page of a list, from behind a cursor. Invalid when it is no cursor of this list."""

    async def these(self, conversations: Sequence[ConversationId]) -> tuple[Listed, ...]:
        """The rows of some conversations."""

    async def counts(self, agent: AgentId, teams: tuple[str, ...] = ()) -> dict[View, int]:
        """Rows per view."""

    async def teams(self) -> dict[str, int]:
        """Cases with the people of each team."""

    async def count(self, looked: Looked, most: int) -> int:
        """Rows of a list, counted no further than `most`."""

    async def grown(self, within_s: float) -> tuple[tuple[ConversationId, int], ...]:
        """What changed lately, with the last seq."""

    async def offered_to(self, agent: AgentId) -> tuple[Listed, ...]:
        """The rows of what an agent is asked to take."""

    async def valid(self, tokens: Sequence[str]) -> frozenset[str]:
        """Tokens that still speak for somebody."""

    async def answers(self) -> bool:
        """Whether the database is there."""
