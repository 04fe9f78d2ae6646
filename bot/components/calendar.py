"""Turns what a date is called into the ISO date meant, as seen from a day."""

from calendar import monthrange
from datetime import date, timedelta

# Customers name what happened up to nine months ago, and what comes within three.
_MOSTLY_PAST = timedelta(days=91)


def weekday(index: int, today: date, direction: int) -> date:
    """The nearest such weekday strictly before (-1) or after (1) today; 0 allows today itself."""
    ahead = (index - today.weekday()) % 7
    if direction > 0:
        return today + timedelta(days=ahead or 7)
    if direction < 0:
        return today - timedelta(days=(7 - ahead) % 7 or 7)
    return today + timedelta(days=ahead)


def shifted(today: date, amount: int, unit: str) -> date:
    """Some days, weeks, months or years away, at a month's end its last day."""
    if unit == "day":
        return today + timedelta(days=amount)
    if unit == "week":
        return today + timedelta(weeks=amount)
    months = today.year * 12 + today.month - 1 + amount * (12 if unit == "year" else 1)
    return _last_possible(months // 12, months % 12 + 1, today.day)


def calendar_date(day: int, month: int, year: int | None, today: date) -> date | None:
    """The date, in the likeliest year when none is said; None when there is no such day."""
    try:
        if year is not None:
            return date(year + 2000 if year < 100 else year, month, day)
        near = [date(today.year + step, month, day) for step in (-1, 0, 1)]
    except ValueError:
        return None
    return min(near, key=lambda each: abs(each - today + _MOSTLY_PAST))


def period(today: date, amount: int, unit: str) -> str:
    """A week, month or year as ISO 8601 writes it."""
    day = shifted(today, amount, unit)
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    return f"{day:%Y-%m}" if unit == "month" else f"{day:%Y}"


def _last_possible(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))
