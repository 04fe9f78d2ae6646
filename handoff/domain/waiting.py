"""Place in line and an honest expected wait."""

from dataclasses import dataclass
from datetime import datetime

TYPICAL_HANDLING_S = 480.0
"""Seconds a chat takes as long as there is no history to learn from."""

TYPICAL_SPREAD = 0.7
"""How much chats differ in length, as long as there is no history to learn from."""

PICK_UP_S = 30.0
"""Seconds from a free agent to an accepted chat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Who could take chats now. `handling_s` is the mean over the last chats, None without any."""

    agents: int
    capacity: int
    """With what a rush adds."""
    busy: int
    handling_s: float | None
    spread: float | None = None
    """Standard deviation of those chats in proportion to the mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What somebody waiting is told; `expected_wait_s` is None when nobody can say."""

    place: int
    expected_wait_s: int | None
    open: bool
    opens_at: datetime | None
    offer_email: bool = False
    """Whether there is such a rush that waiting elsewhere is the better advice."""


def expected_wait_s(place: int, staff: Staff) -> int | None:
    """Seconds until the customer at `place` (1 = next) is likely to be answered.

    A queue with several servers, in order: those before me, less the free slots, leave at the
    rate at which busy slots become free. A chat under way has on average half of its length left,
    and more only where lengths differ: mean × (1 + spread²) / 2. None without agents.
    """
    if staff.agents == 0 or staff.capacity == 0:
        return None
    free = max(0, staff.capacity - staff.busy)
    ahead = max(0, place - free)
    handling_s = staff.handling_s or TYPICAL_HANDLING_S
    spread = TYPICAL_SPREAD if staff.spread is None else min(1.0, staff.spread)
    left_s = handling_s * (1 + spread**2) / 2
    return round(PICK_UP_S + ahead * left_s / staff.capacity)
