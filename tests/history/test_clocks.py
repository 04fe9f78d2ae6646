"""Only the database's clock counts: those of the doors jump by hours all the time."""

import pytest

from tests.history.claims import LEASE_S
from tests.history.clocks import Size, jumped
from tests.history.doors import OFFER_S, Doors
from tests.history.jumping import FARTHEST_S, off_by

SEED = 20261124
BUSY_S = 15.0
"""What a machine that does other things meanwhile adds."""


@pytest.mark.timeout(600)
async def test_offers_leases_and_logs_keep_the_time_while_clocks_jump(three_doors: Doors) -> None:
    outcome = await jumped(three_doors, Size(), SEED)

    assert list(outcome.broken) == []
    assert OFFER_S <= outcome.offered_for_s <= OFFER_S + BUSY_S
    assert outcome.offered_again_s <= LEASE_S + 5.0 + BUSY_S


def test_a_jumping_clock_is_wrong_by_another_time_in_every_half_second() -> None:
    seen = {off_by(lambda now=now: now) for now in (0.0, 0.4, 0.5, 1.0, 1.5)}  # type: ignore[misc]

    assert len(seen) == 4
    assert max(map(abs, seen)) <= FARTHEST_S
