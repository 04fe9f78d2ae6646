"""What actions need of the outside, in the words of those who offer it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from knowledge.articles import Article
from knowledge.passages import Passage
from knowledge.search import Hit
from payouts.values import Earning, Milestone, Payout, Profile

Clock = Callable[[], datetime]


class Book(Protocol):
    """The read model of payouts."""

    async def payouts_of(self, sub: str, /) -> Sequence[Payout]:
        """Everything this customer was ever paid, newest first."""
        ...

    async def payout(self, sub: str, reference: str, /) -> Payout | None:
        """One payout of this customer."""
        ...

    async def profile(self, sub: str, /) -> Profile | None:
        """Who this customer is."""
        ...

    async def milestones_of(self, sub: str, /) -> Sequence[Milestone]:
        """The milestones this customer is part of, latest change first."""
        ...

    async def earnings_of(self, sub: str, /) -> Sequence[Earning]:
        """What this customer earned, latest change first."""
        ...


class Shelves(Protocol):
    """The help articles."""

    def search(self, query: str, language: str, limit: int = 3) -> Sequence[Hit]:
        """The best articles for a question."""
        ...

    def detail(self, query: str, language: str, slug: str) -> Passage | None:
        """What this article says to a question beyond its short answer."""
        ...

    def article(self, language: str, slug: str) -> Article | None:
        """The article of that name."""
        ...
