"""`python -m tests.history.jumping`: a front door whose clock jumps by hours, again and again.

Only the database's clock may decide about leases, offers and the order of events.
"""

import random
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from handoff.app import create_app
from handoff.logs import log_to_stderr
from handoff.ports import Clock
from handoff.serving import serve
from handoff.settings import Settings

FARTHEST_S = 3 * 3_600.0
EVERY_S = 0.5
"""So long it stays where it jumped to."""


def off_by(monotonic: Callable[[], float] = time.monotonic) -> float:
    """Seconds by which the clock is wrong now: another number in every half second."""
    return random.Random(monotonic() // EVERY_S).uniform(-FARTHEST_S, FARTHEST_S)


class Jumping(Settings):
    """The usual settings, with a clock that cannot be trusted."""

    @property
    def clock(self) -> Clock:
        """The business clock, wrong by hours."""
        right = super().clock

        def wrong() -> datetime:
            return right() + timedelta(seconds=off_by())

        return wrong


def main() -> None:
    """Serve until told to stop; what libraries ask for the time is told the wrong one as well."""
    right = time.time
    time.time = lambda: right() + off_by()
    log_to_stderr()
    settings = Jumping()
    serve(create_app(settings), settings)


if __name__ == "__main__":
    main()
