"""Who gets which case: the best free agent, in the order of the queue."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from handoff.domain.events import Channel
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.packet import Route, Target
from handoff.domain.people import HELPERS, Agent, Language
from handoff.domain.routing.surge import NO_SURGE, Surge


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An agent as they are now. Conversations offered to them count like those they have."""

    agent: Agent
    load: Mapping[Channel, int]
    free: int
    """Places left of their capacity; below zero when it was lowered meanwhile."""
    idle_since: datetime
    here: bool
    """Online, heard of lately, and not away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A conversation that waits; `waiting_since` is since when it could be offered."""

    conversation: ConversationId
    waiting_since: datetime
    language: Language
    channel: Channel
    route: Route
    last_agent: AgentId | None = None
    declined: frozenset[AgentId] = frozenset()
    """Those who said no, or let it lapse, in this round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A case for an agent, the target that led there, and why, per language."""

    conversation: ConversationId
    agent: AgentId
    target: int
    why: Mapping[str, str]


def fits(target: Target, agent: Agent, language: Language, surge: Surge = NO_SURGE) -> bool:
    """Whether a target means this agent, whoever else is there and whatever they do now."""
    known = {skill: agent.levels.get(skill, 1) for skill in agent.skills}
    return (
        agent.role in HELPERS
        and not resting(agent, surge)
        and (target.team is None or target.team in agent.teams)
        and not set(target.languages or (language,)).isdisjoint(agent.languages)
        and all(known.get(skill, 0) >= target.min_level for skill in target.skills)
    )


def resting(agent: Agent, surge: Surge) -> bool:
    """Whether all their teams stand by, and are not called in."""
    return bool(agent.teams) and surge.resting.issuperset(agent.teams)


def target_at(
    case: Case, now: datetime, candidates: Iterable[Candidate], surge: Surge = NO_SURGE
) -> int:
    """The last target that counts by now; those before it count as well."""
    there = [it.agent for it in candidates if it.here and it.agent.id not in case.declined]
    found = (
        any(fits(target, agent, case.language, surge) for agent in there)
        for target in case.route.targets
    )
    return reached(case, now, found, surge)


def reached(case: Case, now: datetime, found: Iterable[bool], surge: Surge) -> int:
    """The same, knowing for each target whether it means anybody who is here.

    A skipped target takes no time; in a rush that widens, all count at once.
    """
    last = len(case.route.targets) - 1
    if surge.widen:
        return last
    waited_s = (now - case.waiting_since).total_seconds()
    for index, (target, somebody) in enumerate(zip(case.route.targets, found, strict=True)):
        if target.skip_if_none and not somebody:
            continue
        if target.timeout_s is None or waited_s < target.timeout_s:
            return index
        waited_s -= target.timeout_s
    return last
