"""Guides: checklists a customer follows, and how far they are."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from json import dumps

from handoff.domain.messages import Choice, GuideCard, GuideCardStep
from handoff.domain.people import CustomerKind

STEP_BY_STEP = {"de": "Schritt für Schritt", "en": "Step by step"}
"""How a customer asks for a guide by a button, in each language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepArticle:
    """Where a step is explained at length."""

    slug: str
    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do, and why; the fact `done_when` makes it done by itself."""

    id: str
    title: str
    why: str
    how: str
    article: StepArticle
    done_when: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A checklist in one language; `audience` is freelancer, client or both."""

    slug: str
    language: str
    title: str
    lead: str
    audience: str
    minutes: int
    steps: tuple[Step, ...]

    def suits(self, kind: CustomerKind) -> bool:
        """Whether it is for this side of a project; visitors may be on either."""
        return kind is CustomerKind.VISITOR or self.audience in {"both", kind}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A step that a customer ticked, or whose tick they took back."""

    guide: str
    step: str
    done: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDone:
    """What a customer told the assistant of a step."""

    guide: str
    step: str
    done: bool = True


class DoneBy(StrEnum):
    """Who says that a step is done."""

    CUSTOMER = "customer"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedStep:
    """A step as it stands; `done_at` is known of ticks only."""

    step: Step
    done_by: DoneBy | None = None
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A guide as far as one customer is with it."""

    guide: Guide
    steps: tuple[FollowedStep, ...]
    begun: bool
    """Whether they ever ticked anything."""

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(1 for it in self.steps if it.done_by)

    @property
    def next(self) -> Step | None:
        """The first step that is still open."""
        return next((it.step for it in self.steps if not it.done_by), None)

    @property
    def card(self) -> GuideCard:
        """As it is shown in a message."""
        return GuideCard(
            slug=self.guide.slug,
            language=self.guide.language,
            title=self.guide.title,
            steps=tuple(
                GuideCardStep(id=it.step.id, title=it.step.title, done=it.done_by is not None)
                for it in self.steps
            ),
        )


def followed(guide: Guide, ticks: Iterable[Tick], facts: Collection[str]) -> Followed:
    """What the platform knows counts, whatever was ticked; ticks of steps long gone do not."""
    own = {tick.step: tick for tick in ticks if tick.guide == guide.slug}
    return Followed(
        guide=guide,
        steps=tuple(_followed(step, own.get(step.id), facts) for step in guide.steps),
        begun=any(step.id in own for step in guide.steps),
    )


def _followed(step: Step, tick: Tick | None, facts: Collection[str]) -> FollowedStep:
    if step.done_when is not None and step.done_when in facts:
        return FollowedStep(step=step, done_by=DoneBy.PLATFORM)
    if tick is not None and tick.done:
        return FollowedStep(step=step, done_by=DoneBy.CUSTOMER, done_at=tick.at)
    return FollowedStep(step=step)


def begin(card: GuideCard) -> Choice:
    """What a customer says by opening a guide, and what it means to the assistant."""
    return Choice(
        id=f"guide-{card.slug}",
        title=f"{STEP_BY_STEP[card.language]}: {card.title}",
        payload=f"/start_guide{dumps({'guide': card.slug})}",
    )
