"""When people are there, as leads look it up; and the files that say so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A day on which nobody is there; its name per language."""

    on: date
    name: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """A week in local time, Monday first; `changes_at` is when it opens or closes next."""

    time_zone: str
    country: str
    week: tuple[tuple[str, ...], ...]
    is_open: bool
    changes_at: datetime
    holidays: tuple[Holiday, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamTimes:
    """Of a team (None: the usual ones); whether they are its own."""

    team: str | None
    own: bool
    timetable: Timetable


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFile:
    """A file that the team's rules stand in, as it is now; `fault` is the rule it breaks."""

    name: str
    text: str
    fault: str | None
