"""Why somebody is not offered a case, or not yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from handoff.domain.capacity import full
from handoff.domain.events import Channel
from handoff.domain.packet import Target
from handoff.domain.people import HELPERS, Agent, AgentRef, Language
from handoff.domain.routing.matching import Candidate, Case, resting
from handoff.domain.routing.surge import Surge


class Obstacle(StrEnum):
    """What stands in the way."""

    ROLE = "role"
    STAND_BY = "stand_by"
    """All their teams stand by, and no rush has called them in."""
    TEAM = "team"
    LANGUAGE = "language"
    SKILL = "skill"
    LEVEL = "level"
    """They know what is needed, but not well enough."""
    ABSENT = "absent"
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """The first target that means somebody, if one does, and what is in the way now.

    Who is meant by none has the obstacles of the last target, which asks for least.
    """

    agent: AgentRef
    target: int | None
    obstacles: tuple[Obstacle, ...]


def chance(case: Case, candidate: Candidate, surge: Surge) -> Chance:
    """Of one agent, whatever the others do."""
    agent, targets = candidate.agent, case.route.targets
    lacking = [tuple(lacks(it, agent, case.language, surge)) for it in targets]
    target = next((at for at, lack in enumerate(lacking) if not lack), None)
    busy = tuple(_busy(candidate, case.channel, surge))
    lack = lacking[-1] if target is None else ()
    return Chance(agent=agent.ref, target=target, obstacles=(*lack, *busy))


def lacks(target: Target, agent: Agent, language: Language, surge: Surge) -> Iterator[Obstacle]:
    """Why a target does not mean this agent; nothing where it does (`fits`)."""
    if agent.role not in HELPERS:
        yield Obstacle.ROLE
    if resting(agent, surge):
        yield Obstacle.STAND_BY
    if target.team is not None and target.team not in agent.teams:
        yield Obstacle.TEAM
    if set(target.languages or (language,)).isdisjoint(agent.languages):
        yield Obstacle.LANGUAGE
    levels = [agent.levels.get(it, 1) if it in agent.skills else 0 for it in target.skills]
    if 0 in levels:
        yield Obstacle.SKILL
    elif any(level < target.min_level for level in levels):
        yield Obstacle.LEVEL


def _busy(candidate: Candidate, channel: Channel, surge: Surge) -> Iterator[Obstacle]:
    if not candidate.here:
        yield Obstacle.ABSENT
    if full(candidate.agent, candidate.load, channel, surge.extra_capacity) is not None:
        yield Obstacle.FULL
