"""Stand-ins for what actions look things up in; they fail as the real ones do."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.exc import OperationalError

from knowledge.articles import Article, Audience
from knowledge.passages import Passage
from knowledge.search import Hit
from payouts.states import CustomerKind, EarningState, MilestoneState, PayoutState
from payouts.values import Earning, Milestone, Payout, Profile, Step

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
YESTERDAY = datetime(2026, 11, 17, 9, tzinfo=UTC)


def payout(reference: str, state: str = "in_transit", **changes: Any) -> Payout:
    """A payout since yesterday."""
    values: dict[str, Any] = {
        "reference": reference,
        "state": PayoutState(state),
        "reason": None,
        "public_reason": None,
        "amount": Decimal("640.00"),
        "currency": "EUR",
        "method": "sepa",
        "holder": None,
        "since": YESTERDAY,
        "expected_on": None,
        "history": (Step(state=PayoutState(state), reason=None, at=YESTERDAY),),
    }
    return Payout(**(values | changes))


def milestone(project: str, title: str, state: str, client: str) -> Milestone:
    """A milestone since yesterday."""
    return Milestone(
        id=f"m-{project}-{title}",
        project=project,
        title=title,
        client=client,
        freelancer="lena",
        state=MilestoneState(state),
        reason=None,
        amount=Decimal("1500.00"),
        currency="USD",
        since=YESTERDAY,
    )


def earning(state: str) -> Earning:
    """An earning since yesterday."""
    return Earning(
        id="e1",
        milestone=None,
        state=EarningState(state),
        amount=Decimal("200.00"),
        currency="EUR",
        available_on=date(2026, 11, 22),
        since=YESTERDAY,
    )


def profile(sub: str) -> Profile:
    """A customer whose gates nobody has told us of."""
    return Profile(
        sub=sub,
        name="Lena Brandt",
        kind=CustomerKind.FREELANCER,
        segment=None,
        since=date(2024, 3, 1),
        time_zone="Europe/Berlin",
        language="de",
    )


@dataclass
class FakeBook:
    """A book in memory. `fails` makes it fail as a lost database does, `hangs` makes it wait."""

    payouts: Mapping[str, Sequence[Payout]] = field(default_factory=dict)
    milestones: Mapping[str, Sequence[Milestone]] = field(default_factory=dict)
    earnings: Mapping[str, Sequence[Earning]] = field(default_factory=dict)
    fails: bool = False
    hangs: bool = False

    async def _reach(self) -> None:
        if self.fails:
            raise OperationalError("SELECT", {}, OSError("connection refused"))
        if self.hangs:
            await asyncio.sleep(3600)

    async def payouts_of(self, sub: str) -> Sequence[Payout]:
        await self._reach()
        return self.payouts.get(sub, ())

    async def payout(self, sub: str, reference: str) -> Payout | None:
        await self._reach()
        own = self.payouts.get(sub, ())
        return next((each for each in own if each.reference == reference), None)

    async def profile(self, sub: str) -> Profile | None:
        await self._reach()
        return profile(sub) if sub in self.payouts or sub in self.milestones else None

    async def milestones_of(self, sub: str) -> Sequence[Milestone]:
        await self._reach()
        return self.milestones.get(sub, ())

    async def earnings_of(self, sub: str) -> Sequence[Earning]:
        await self._reach()
        return self.earnings.get(sub, ())


def article(slug: str, language: str = "de") -> Article:
    """An article of two passages."""
    return Article(
        slug=slug,
        language=language,
        title=f"Über {slug}",
        short_answer=f"Kurz: {slug}.",
        body_markdown="Lang.",
        passages=(Passage("", f"Kurz: {slug}."), Passage("Mehr", f"Mehr: {slug}.")),
        phrasings=(),
        tags=(),
        audience=Audience.BOTH,
        owner="Payments",
        last_review=date(2026, 11, 1),
        next_review=date(2027, 5, 1),
        related=(),
    )


@dataclass
class FakeShelves:
    """Articles by name, and what a search for a text is to find."""

    articles: Sequence[Article] = ()
    found: dict[str, Sequence[tuple[str, float]]] = field(default_factory=dict)

    def search(self, query: str, language: str, limit: int = 3) -> Sequence[Hit]:
        hits = []
        for slug, score in self.found.get(query, ())[:limit]:
            hit = self.article(language, slug)
            assert hit is not None, f"a search finds only what there is: {slug}"
            hits.append(Hit(hit, hit.passages[1], score))
        return tuple(hits)

    def detail(self, query: str, language: str, slug: str) -> Passage | None:
        hit = self.article(language, slug)
        return hit.passages[1] if hit and query else None

    def article(self, language: str, slug: str) -> Article | None:
        own = (each for each in self.articles if each.language == language)
        return next((each for each in own if each.slug == slug), None)


def clock() -> Callable[[], datetime]:
    """A clock that stands."""
    return lambda: NOW
