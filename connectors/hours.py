"""Opening hours from a file, with the public holidays of a country."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args
from zoneinfo import ZoneInfo

import holidays
import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationError

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
LOOK_AHEAD = 30
"""Days within which there must be an opening."""


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


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    time_zone: ZoneInfo
    country: Annotated[str, AfterValidator(_with_holidays)]
    week: Annotated[dict[Day, tuple[Span, ...]], AfterValidator(_manned)]


class HoursError(ValueError):
    """The file of opening hours breaks a rule."""


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Local times of a week; nothing is open on a public holiday."""

    zone: ZoneInfo
    week: tuple[tuple[tuple[time, time], ...], ...]
    closed: Any
    """The country's holidays: a container of dates."""

    @classmethod
    def load(cls, path: Path) -> Self:
        """HoursError names the field and the rule."""
        try:
            file = _File.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            field = ".".join(map(str, first["loc"]))
            raise HoursError(f"{path}: {field}: {first['msg']}") from error
        except yaml.YAMLError as error:
            raise HoursError(f"{path}: is not YAML: {error}") from error
        return cls(
            zone=file.time_zone,
            week=tuple(tuple(map(_span, file.week.get(day, ()))) for day in get_args(Day)),
            closed=holidays.country_holidays(file.country),
        )

    def is_open(self, at: datetime) -> bool:
        """Whether people answer at this moment."""
        local = at.astimezone(self.zone)
        return any(start <= local.time() < end for start, end in self._spans(local.date()))

    def opens_after(self, at: datetime) -> datetime:
        """The next opening after a moment (UTC); HoursError when there is none in sight."""
        local = at.astimezone(self.zone)
        for day in (local.date() + timedelta(days=n) for n in range(LOOK_AHEAD)):
            for start, _ in self._spans(day):
                opening = datetime.combine(day, start, self.zone)
                if opening > local:
                    return opening.astimezone(UTC)
        raise HoursError(f"nobody is there within {LOOK_AHEAD} days")

    def _spans(self, day: date) -> tuple[tuple[time, time], ...]:
        return () if day in self.closed else self.week[day.weekday()]
