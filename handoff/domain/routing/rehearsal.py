"""What would happen to a case: tried without doing it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from handoff.domain.events import Channel
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.packet import Packet, Route, Target
from handoff.domain.people import Language
from handoff.domain.routing.assignment import choose
from handoff.domain.routing.matching import Assignment, Candidate, Case, fits
from handoff.domain.routing.obstacles import Chance, chance
from handoff.domain.routing.policy import Routing
from handoff.domain.routing.route import routed
from handoff.domain.routing.surge import NO_SURGE, Surge

NOBODY_YET = ConversationId(UUID(int=0))
"""A case that is only tried has no conversation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A target, when it begins to count, and the names of those here whom it means."""

    target: Target
    after_s: float | None
    """None for a target that is skipped."""
    means: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """The route of a case, its stages, who would be offered it now, and what keeps others off."""

    route: Route
    stages: tuple[Stage, ...]
    offered: Assignment | None
    chances: tuple[Chance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A case as it would come; `last_agent` is who had it before, and is asked first."""

    packet: Packet
    channel: Channel
    last_agent: AgentId | None = None


def rehearsed(
    routing: Routing,
    trial: Trial,
    candidates: Sequence[Candidate],
    now: datetime,
    surge: Surge = NO_SURGE,
) -> Rehearsal:
    """As if it were handed over now."""
    route = routed(routing, trial.packet, trial.channel)
    case = Case(
        conversation=NOBODY_YET,
        waiting_since=now,
        language=Language(trial.packet.language),
        channel=trial.channel,
        route=route,
        last_agent=trial.last_agent,
    )
    return Rehearsal(
        route=route,
        stages=_stages(case, candidates, surge),
        offered=choose(case, candidates, now, surge),
        chances=tuple(chance(case, it, surge) for it in candidates),
    )


def _stages(case: Case, candidates: Sequence[Candidate], surge: Surge) -> tuple[Stage, ...]:
    here = [it.agent for it in candidates if it.here]
    stages, after_s = [], 0.0
    for target in case.route.targets:
        means = tuple(it.name for it in here if fits(target, it, case.language, surge))
        skipped = target.skip_if_none and not means and not surge.widen
        stages.append(Stage(target=target, after_s=None if skipped else after_s, means=means))
        if not skipped and not surge.widen:
            after_s += target.timeout_s or 0.0
    return tuple(stages)
