"""Opening hours from a file, with the public holidays of a country."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args
from zoneinfo import ZoneInfo

import holidays
import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)

from handoff.domain.timetables import Holiday, Timetable

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
LOOK_AHEAD = 30
"""Days within which there must be an opening."""
FAR_AHEAD = 1000
"""Days within which a promise must be due."""


def _span(text: str) -> tuple[time, time]:
    start, end = map(time.fromisoformat, text.split("-"))
    return start, end


def _forward(text: str) -> str:
    start, end = _span(text)
    if end <= start:
        raise ValueError(f"{text}: must end after it starts")
    return text


def _with_holidays(country: str) -> str:
    if country not in holidays.list_supported_countries():
        raise ValueError("must be a country (ISO 3166) whose holidays are known")
    return country


def _manned(week: dict[Day, tuple[str, ...]]) -> dict[Day, tuple[str, ...]]:
    if not any(week.values()):
        raise ValueError("somebody must be there at some time")
    return week


Span = Annotated[
    str,
    StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$"),
    AfterValidator(_forward),
]


Country = Annotated[str, AfterValidator(_with_holidays)]
Week = Annotated[dict[Day, tuple[Span, ...]], AfterValidator(_manned)]


class _Team(BaseModel):
    """What a team does otherwise than the rest."""

    model_config = ConfigDict(extra="forbid")

    time_zone: ZoneInfo | None = None
    country: Country | None = None
    week: Week | None = None


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    time_zone: ZoneInfo
    country: Country
    week: Week
    teams: dict[str, _Team] = Field(default_factory=dict)


def _holidays(country: str, since: date) -> Iterator[Holiday]:
    """Of the next year, named in German and English where the list knows how."""
    years = (since.year, since.year + 1)
    names = {
        language: holidays.country_holidays(country, years=years, language=spoken)
        for language, spoken in (("de", "de"), ("en", "en_US"))
    }
    for day in sorted(names["en"]):
        if since <= day < since + timedelta(days=365):
            yield Holiday(on=day, name={language: it[day] for language, it in names.items()})


class HoursError(ValueError):
    """The file of opening hours breaks a rule."""


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Local times of a week; nothing is open on a public holiday."""

    zone: ZoneInfo
    week: tuple[tuple[tuple[time, time], ...], ...]
    closed: Any
    """The country's holidays: a container of dates."""
    teams: Mapping[str, "OpeningHours"] = field(default_factory=dict)
    """Of teams that have hours of their own."""

    @classmethod
    def load(cls, path: Path) -> Self:
        """HoursError names the field and the rule."""
        try:
            file = _File.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            place = ".".join(map(str, first["loc"]))
            raise HoursError(f"{path}: {place}: {first['msg']}") from error
        except yaml.YAMLError as error:
            raise HoursError(f"{path}: is not YAML: {error}") from error
        return replace(
            cls._at(file.time_zone, file.country, file.week),
            teams={
                name: cls._at(
                    team.time_zone or file.time_zone,
                    team.country or file.country,
                    team.week or file.week,
                )
                for name, team in file.teams.items()
            },
        )

    @classmethod
    def _at(cls, zone: ZoneInfo, country: str, week: dict[Day, tuple[str, ...]]) -> Self:
        return cls(
            zone=zone,
            week=tuple(tuple(map(_span, week.get(day, ()))) for day in get_args(Day)),
            closed=holidays.country_holidays(country),
        )

    def of(self, team: str | None) -> "OpeningHours":
        """Those of a team; of none, or of one that has none of its own, the usual ones."""
        return self.teams.get(team or "", self)

    def is_open(self, at: datetime) -> bool:
        """Whether people answer at this moment."""
        local = at.astimezone(self.zone)
        return any(start <= local.time() < end for start, end in self._spans(local.date()))

    def opens_after(self, at: datetime) -> datetime:
        """The next opening after a moment (UTC); HoursError when there is none in sight."""
        days = self._days(at, LOOK_AHEAD)
        opening = next((start for start, _ in days if start > at), None)
        if opening is None:
            raise HoursError(f"nobody is there within {LOOK_AHEAD} days")
        return opening

    def after(self, at: datetime, seconds: float) -> datetime:
        """The moment (UTC) by which so many seconds of opening time have passed."""
        left = timedelta(seconds=seconds)
        for start, end in self._days(at, FAR_AHEAD):
            begun = max(start, at.astimezone(UTC))
            if begun + left <= end:
                return begun + left
            left -= max(timedelta(), end - begun)
        raise HoursError(f"{seconds:g} seconds of opening time take more than {FAR_AHEAD} days")

    def timetable(self, at: datetime) -> Timetable:
        """As it stands at a moment, with the holidays of the year that follows."""
        is_open = self.is_open(at)
        today = at.astimezone(self.zone).date()
        return Timetable(
            time_zone=self.zone.key,
            country=str(self.closed.country),
            week=tuple(
                tuple(f"{start:%H:%M}-{end:%H:%M}" for start, end in it) for it in self.week
            ),
            is_open=is_open,
            changes_at=next(self._days(at, LOOK_AHEAD))[1] if is_open else self.opens_after(at),
            holidays=tuple(_holidays(str(self.closed.country), today)),
        )

    def _days(self, at: datetime, most: int) -> Iterator[tuple[datetime, datetime]]:
        """Openings (UTC) that are not over, the next `most` days; the clocks may change within."""
        today = at.astimezone(self.zone).date()
        for day in (today + timedelta(days=n) for n in range(most)):
            for start, end in self._spans(day):
                begins, ends = (
                    datetime.combine(day, time_, self.zone).astimezone(UTC)
                    for time_ in (start, end)
                )
                if ends > at:
                    yield begins, ends

    def _spans(self, day: date) -> tuple[tuple[time, time], ...]:
        return () if day in self.closed else self.week[day.weekday()]
