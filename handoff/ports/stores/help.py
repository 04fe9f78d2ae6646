"""Guides, votes and ratings."""

from typing import Protocol

from handoff.domain.guides import StepDone, Tick
from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.people import Language
from handoff.domain.ratings import Given, Rating
from handoff.domain.votes import ArticleVote, Tally


class GuideProgress(Protocol):
    """What customers ticked in their guides."""

    async def ticks(self, customer: CustomerId) -> tuple[Tick, ...]:
        """Everything they ticked or took back, oldest first."""

    async def tick(self, customer: CustomerId, said: StepDone) -> None:
        """The latest word on a step holds; the same again changes nothing."""

    async def move(self, visitor: CustomerId, customer: CustomerId) -> None:
        """A visitor turned out to be a known customer: of each step the later word holds."""


class ArticleVotes(Protocol):
    """What readers said of articles."""

    async def last_shown(
        self, conversation: ConversationId, slug: str, language: Language
    ) -> int | None:
        """The seq at which the assistant last showed it."""

    async def cast(
        self, conversation: ConversationId, seq: int, customer: CustomerId, vote: ArticleVote
    ) -> None:
        """The latest word on what was shown there holds; the same again changes nothing."""

    async def cast_on_page(self, ballot: bytes, vote: ArticleVote) -> None:
        """The latest word under a ballot holds; the same again changes nothing."""

    async def move(self, visitor: CustomerId, customer: CustomerId) -> None:
        """A visitor turned out to be a known customer."""

    async def tallies(self, within_s: float) -> tuple[Tally, ...]:
        """Of all that was shown or said in these last seconds, by the store's clock."""


class Ratings(Protocol):
    """How conversations were for their customers."""

    async def give(self, conversation: ConversationId, rating: Rating) -> Given:
        """What is kept then: the first word holds."""

    async def of(self, conversation: ConversationId) -> Given | None:
        """None when it was not rated."""
