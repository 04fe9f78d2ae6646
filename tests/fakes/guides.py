"""How far customers are with their guides, in memory, and guides to follow."""

from dataclasses import dataclass, field

from handoff.domain.errors import Unknown
from handoff.domain.guides import Guide, Step, StepArticle, StepDone, Tick
from handoff.domain.ids import CustomerId
from handoff.domain.people import Language
from tests.fakes.memory import Memory


@dataclass(frozen=True, slots=True)
class FakeGuideProgress:
    """The latest word on each step."""

    memory: Memory

    async def ticks(self, customer: CustomerId) -> tuple[Tick, ...]:
        """Oldest first."""
        own = [tick for (holder, _, _), tick in self.memory.ticks.items() if holder == customer]
        return tuple(sorted(own, key=lambda tick: (tick.at, tick.guide, tick.step)))

    async def tick(self, customer: CustomerId, said: StepDone) -> None:
        """The same again changes nothing."""
        key = (customer, said.guide, said.step)
        before = self.memory.ticks.get(key)
        if before is None or before.done is not said.done:
            self.memory.ticks[key] = Tick(
                guide=said.guide, step=said.step, done=said.done, at=self.memory.now()
            )

    async def move(self, visitor: CustomerId, customer: CustomerId) -> None:
        """The later word holds."""
        for tick in await self.ticks(visitor):
            del self.memory.ticks[visitor, tick.guide, tick.step]
            key = (customer, tick.guide, tick.step)
            before = self.memory.ticks.get(key)
            if before is None or before.at < tick.at:
                self.memory.ticks[key] = tick


@dataclass(frozen=True, slots=True)
class FakeGuideBook:
    """A guide for everybody, one for freelancers and one for clients."""

    def all(self, language: Language) -> tuple[Guide, ...]:
        """All three."""
        return tuple(
            guide(slug, language, audience)
            for slug, audience in (("move", "both"), ("sell", "freelancer"), ("buy", "client"))
        )

    def guide(self, slug: str, language: Language) -> Guide:
        """Unknown when there is none."""
        found = next((it for it in self.all(language) if it.slug == slug), None)
        if found is None:
            raise Unknown(f"no guide {slug}")
        return found


def guide(slug: str, language: str = "en", audience: str = "both") -> Guide:
    """Three steps; the platform knows when the second is done."""
    return Guide(
        slug=slug,
        language=language,
        title=f"{slug} in {language}",
        lead="How to do it.",
        audience=audience,
        minutes=5,
        steps=tuple(
            step(name, known) for name, known in (("a", None), ("b", "b_done"), ("c", None))
        ),
    )


def step(name: str, done_when: str | None = None) -> Step:
    """A step."""
    article = StepArticle(slug="why", title="Why?", url="/help/en/why")
    return Step(
        id=name, title=f"Do {name}", why="So.", how="Thus.", article=article, done_when=done_when
    )


@dataclass(slots=True)
class FakeStanding:
    """What the platform knows of each customer."""

    facts: dict[str, frozenset[str]] = field(default_factory=dict)

    async def achieved(self, sub: str) -> frozenset[str]:
        """Nothing of strangers."""
        return self.facts.get(sub, frozenset())
