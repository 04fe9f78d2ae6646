"""What would happen to a case: tried without doing it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from handoff.domain.events import Channel
from handoff.domain.ids import ConversationId
from handoff.domain.packet import Packet, Route, Target
from handoff.domain.people import Language
from handoff.domain.routing.assignment import choose
from handoff.domain.routing.matching import Assignment, Candidate, Case, fits
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
    """The route of a case, its stages, and who would be offered it now."""

    route: Route
    stages: tuple[Stage, ...]
    offered: Assignment | None


def rehearsed(
    routing: Routing,
    packet: Packet,
    channel: Channel,
    candidates: Sequence[Candidate],
    now: datetime,
    surge: Surge = NO_SURGE,
) -> Rehearsal:
    """As if it were handed over now."""
    route = routed(routing, packet, channel)
    case = Case(
        conversation=NOBODY_YET,
        waiting_since=now,
        language=Language(packet.language),
        channel=channel,
        route=route,
    )
    return Rehearsal(
        route=route,
        stages=_stages(case, candidates, surge),
        offered=choose(case, candidates, now, surge),
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
