"""What can be said about a customer's payout, as the payouts library words it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from handoff.domain.drafting import Statement
from handoff.domain.errors import Unknown
from handoff.domain.messages import ArticleLink
from handoff.domain.people import Language
from handoff.ports import Clock
from payouts import answers, choosing
from payouts.values import Profile


class Book(choosing.Book, Protocol):
    """As much of the book of payouts as this needs."""

    async def profile(self, sub: str) -> Profile | None: ...


@dataclass(frozen=True, slots=True)
class PayoutStatements:
    """The same facts and dates that the assistant names."""

    book: Book
    now: Clock
    link: Callable[[Language, str], ArticleLink]

    async def about(
        self, sub: str, reference: str | None, language: Language, *, asks_why: bool = False
    ) -> Statement | None:
        """A reference that is not theirs counts as none."""
        payout = await choosing.named_or_latest(self.book, sub, reference)
        if payout is None:
            return None
        profile = await self.book.profile(sub)
        told = answers.answer(payout, profile, self.now(), language, asks_why=asks_why)
        return Statement(
            reference=payout.reference,
            amount=told.values["amount"],
            state=payout.state,
            response=told.response,
            values=told.values,
            preface=told.preface,
            expected=told.values.get("expected"),
            article=self._article(told.article, language),
        )

    def _article(self, slug: str | None, language: Language) -> ArticleLink | None:
        if slug is None:
            return None
        try:
            return self.link(language, slug)
        except Unknown:
            return None
