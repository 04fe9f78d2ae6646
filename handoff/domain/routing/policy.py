"""What the team decided: who gets which case, what is promised, and what a rush changes."""

from dataclasses import dataclass

from handoff.domain.packet import Priority, Target
from handoff.domain.routing.filters import Filter


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Cases that any of the filters fits go to these targets; without a filter, every case."""

    name: str
    when: tuple[Filter, ...]
    targets: tuple[Target, ...]
    priority: Priority | None = None
    """The class of such cases, where it is not the one their matter has anyway."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """What customers of a priority class are promised, in business time."""

    priority: Priority
    first_response_s: float
    next_response_s: float
    resolution_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A group of agents; one that stands by gets nothing until a rush calls it in."""

    name: str
    stand_by: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A threshold with hysteresis: a rush begins above one figure and ends below the other."""

    above: float
    below: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SurgeRule:
    """One level of a rush: when it begins and ends, and what it changes while it lasts."""

    expected_wait_s: Band | None
    arrivals_a_minute: Band | None
    raise_after_s: float
    undo_after_s: float
    extra_capacity: int = 0
    widen: bool = False
    offer_email: bool = False
    stand_by: tuple[str, ...] = ()
    tell_leads: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Routing:
    """The whole of it. The last rule fits every case; the last target of a rule has no time-out."""

    rules: tuple[Rule, ...]
    classes: tuple[Class, ...]
    teams: tuple[Team, ...]
    ageing_s: float
    offer_s: float
    surge: tuple[SurgeRule, ...] = ()

    def promised(self, priority: Priority) -> Class:
        """What the class of a case promises."""
        return next(it for it in self.classes if it.priority is priority)

    @property
    def standing_by(self) -> frozenset[str]:
        """Teams that only a rush calls in."""
        return frozenset(team.name for team in self.teams if team.stand_by)
