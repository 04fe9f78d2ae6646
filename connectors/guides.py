"""The guides, as customers follow them, and what the platform knows to be done."""

from dataclasses import dataclass

from handoff.domain.errors import Unknown
from handoff.domain.guides import Guide, Step, StepArticle
from handoff.domain.people import Language
from knowledge import guides as knowledge
from payouts.achievements import achieved
from payouts.book import PayoutBook


@dataclass(frozen=True, slots=True)
class GuideShelf:
    """The published guides in each language."""

    guides: knowledge.Guides

    def all(self, language: Language) -> tuple[Guide, ...]:
        """Every guide, by name."""
        return tuple(self._guide(guide, language) for guide in self.guides.all)

    def guide(self, slug: str, language: Language) -> Guide:
        """Unknown when there is no such guide."""
        found = self.guides.guide(slug)
        if found is None:
            raise Unknown(f"no guide {slug}")
        return self._guide(found, language)

    def _guide(self, guide: knowledge.Guide, language: Language) -> Guide:
        return Guide(
            slug=guide.slug,
            language=language,
            title=guide.title.of(language),
            lead=guide.lead.of(language),
            audience=guide.audience,
            minutes=guide.minutes,
            steps=tuple(self._step(step, language) for step in guide.steps),
        )

    def _step(self, step: knowledge.Step, language: Language) -> Step:
        return Step(
            id=step.id,
            title=step.title.of(language),
            why=step.why.of(language),
            how=step.how.of(language),
            article=StepArticle(
                slug=step.article,
                title=self.guides.article(language, step.article).title,
                url=f"/help/{language}/{step.article}",
            ),
            done_when=step.done_when,
        )


@dataclass(frozen=True, slots=True)
class PlatformStanding:
    """The read model, asked for what is done already."""

    book: PayoutBook

    async def achieved(self, sub: str) -> frozenset[str]:
        """Names of facts, as `done_when` uses them."""
        profile = await self.book.profile(sub)
        milestones = await self.book.milestones_of(sub)
        return frozenset(achieved(profile, milestones, await self.book.payouts_of(sub)))
