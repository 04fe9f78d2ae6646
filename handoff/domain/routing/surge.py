"""What changes while there is a rush, and when it begins and ends."""

from dataclasses import dataclass, replace
from datetime import datetime

from handoff.domain.routing.policy import Band, Routing, SurgeRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """How the queue is now. `expected_wait_s` is that of the next to come, None without staff."""

    open: bool
    waiting: int
    expected_wait_s: float | None
    arrivals_a_minute: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Surge:
    """The level of the rush (0: none) and what it changes."""

    level: int = 0
    extra_capacity: int = 0
    widen: bool = False
    """Every target of a route counts at once."""
    offer_email: bool = False
    stand_by: frozenset[str] = frozenset()
    """Teams called in."""
    resting: frozenset[str] = frozenset()
    """Teams that stand by and are not called in: nothing is offered to their members."""
    tell_leads: bool = False
    worse_since: datetime | None = None
    """Since when the next level's thresholds are passed."""
    better_since: datetime | None = None
    """Since when this level's figures are low enough to end it."""


NO_SURGE = Surge()


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What of a rush is remembered from look to look; `as_of` is the clock that counts."""

    level: int
    worse_since: datetime | None
    better_since: datetime | None
    as_of: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SurgeChange:
    """A rise or a fall: from which level, on what figures, and what is so from then on."""

    at: datetime
    before: int
    after: Surge
    measures: Measures


def calm(routing: Routing) -> Surge:
    """No rush."""
    return _at(0, routing)


def under(course: Course, routing: Routing) -> Surge:
    """What a remembered rush changes by the rules as they are now."""
    level = min(course.level, len(routing.surge))
    return replace(
        _at(level, routing), worse_since=course.worse_since, better_since=course.better_since
    )


def step(current: Surge, measures: Measures, routing: Routing, now: datetime) -> Surge:
    """The rush a moment later: one level up or down when the figures have stayed so long enough.

    After hours there is none. A file that has fewer levels now ends those it no longer has.
    """
    if not measures.open:
        return calm(routing)
    level = min(current.level, len(routing.surge))
    worse = level < len(routing.surge) and _worse(routing.surge[level], measures)
    better = level > 0 and _better(routing.surge[level - 1], measures)
    worse_since = (current.worse_since or now) if worse else None
    better_since = (current.better_since or now) if better else None
    if worse_since and _for(worse_since, now) >= routing.surge[level].raise_after_s:
        return _at(level + 1, routing)
    if better_since and _for(better_since, now) >= routing.surge[level - 1].undo_after_s:
        return _at(level - 1, routing)
    return replace(_at(level, routing), worse_since=worse_since, better_since=better_since)


def _at(level: int, routing: Routing) -> Surge:
    if level == 0:
        return Surge(resting=routing.standing_by)
    rule = routing.surge[level - 1]
    return Surge(
        level=level,
        extra_capacity=rule.extra_capacity,
        widen=rule.widen,
        offer_email=rule.offer_email,
        stand_by=frozenset(rule.stand_by),
        resting=routing.standing_by - frozenset(rule.stand_by),
        tell_leads=rule.tell_leads,
    )


def _for(since: datetime, now: datetime) -> float:
    return (now - since).total_seconds()


def _figures(rule: SurgeRule, now: Measures) -> list[tuple[float, Band]]:
    """Each figure with its thresholds; who waits with nobody there waits for ever."""
    wait = float("inf") if now.expected_wait_s is None else now.expected_wait_s
    measured = (
        (wait if now.waiting else 0.0, rule.expected_wait_s),
        (now.arrivals_a_minute, rule.arrivals_a_minute),
    )
    return [(figure, band) for figure, band in measured if band is not None]


def _worse(rule: SurgeRule, now: Measures) -> bool:
    return any(figure > band.above for figure, band in _figures(rule, now))


def _better(rule: SurgeRule, now: Measures) -> bool:
    return all(figure < band.below for figure, band in _figures(rule, now))
