"""Moments told relative to the moment of loading, by business days where that matters."""

from datetime import date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field

from payouts.calendar import day_past, is_business_day

ZONE = ZoneInfo("Europe/Berlin")
DAY = timedelta(days=1)


class Moment(BaseModel):
    """One of `bd_ago`, `days_ago`, `hours_ago`; the first two at a time of the day."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bd_ago: Annotated[int, Field(ge=1)] | None = None
    days_ago: Annotated[int, Field(ge=1)] | None = None
    hours_ago: Annotated[int, Field(ge=0)] | None = None
    at: time = time(9)

    def resolve(self, now: datetime) -> datetime:
        """The instant meant, seen from `now`."""
        if self.hours_ago is not None:
            return now - timedelta(hours=self.hours_ago)
        today = now.astimezone(ZONE).date()
        if self.bd_ago is not None:
            day = business_days_before(today, self.bd_ago)
        else:
            day = today - DAY * (self.days_ago or 0)
        return datetime.combine(day, self.at, ZONE)


def business_days_before(day: date, count: int) -> date:
    """The `count`-th business day before `day`."""
    while count:
        day -= DAY
        count -= is_business_day(day)
    return day


def business_days_after(day: date, count: int) -> date:
    """The `count`-th business day after `day`."""
    return day_past(day, count - 1)
