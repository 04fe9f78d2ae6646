"""The clock of the demo, set to another time so that night and holidays can be tried."""

from collections.abc import Mapping
from datetime import datetime

from local.trouble import Trouble


def offset_s(environment: Mapping[str, str], now: datetime) -> float:
    """The seconds between the real time and the wished one."""
    wished = environment.get("LOTSE_CLOCK")
    if not wished:
        return 0.0
    try:
        moment = datetime.fromisoformat(wished)
    except ValueError as error:
        raise Trouble(f"LOTSE_CLOCK={wished} is no time; {EXAMPLE}") from error
    if moment.tzinfo is None:
        raise Trouble(f"LOTSE_CLOCK={wished} names no offset from UTC; {EXAMPLE}")
    return (moment - now).total_seconds()


EXAMPLE = "a time looks like 2026-11-22T03:00:00+01:00."
