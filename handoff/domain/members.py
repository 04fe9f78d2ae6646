"""Who is of the team, and what must be right about them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from handoff.domain.errors import Invalid
from handoff.domain.people import Agent


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An agent as those see them who run the team; disabled ones are kept for the record."""

    agent: Agent
    seen_at: datetime | None
    """The last sign of life of their console."""
    disabled_at: datetime | None

    @property
    def enabled(self) -> bool:
        """Whether they may come in."""
        return self.disabled_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What there is to choose from."""

    skills: Collection[str]
    teams: Collection[str]


def faults(agent: Agent, known: Known) -> Iterator[Invalid]:
    """Rules that no single field shows."""
    for index, skill in enumerate(agent.skills):
        if skill not in known.skills:
            rule = f"{skill!r} is unknown; must be one of {', '.join(sorted(known.skills))}"
            yield Invalid(f"skills.{index}", rule, kind="unknown")
    for index, team in enumerate(agent.teams):
        if team not in known.teams:
            rule = f"{team!r} is not under teams in the rules of routing"
            yield Invalid(f"teams.{index}", rule, kind="unknown")
    for skill in agent.levels:
        if skill not in agent.skills:
            rule = "a level counts only for a skill that they have"
            yield Invalid(f"levels.{skill}", rule, kind="not_a_skill")
