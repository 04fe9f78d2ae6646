"""When it is, for tests that need people to be there, or not."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from connectors.hours import OpeningHours

HOURS = OpeningHours.load(Path(__file__).parents[2] / "data" / "hours.yml")


def _offset_s(*, open_: bool) -> float:
    """Seconds to the next noon at which people are there, or not."""
    now = datetime.now(UTC)
    noons = (
        datetime.combine(now.date() + timedelta(days=day), time(11), UTC) for day in range(1, 15)
    )
    noon = next(at for at in noons if HOURS.is_open(at) is open_)
    return (noon - now).total_seconds()


OPEN = {"LOTSE_CLOCK_OFFSET_S": _offset_s(open_=True)}
CLOSED = {"LOTSE_CLOCK_OFFSET_S": _offset_s(open_=False)}
