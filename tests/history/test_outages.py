"""Stores go away and come back; people go on, and what was acknowledged is there."""

import pytest

from bench.figures import percentile
from tests.history.doors import Doors
from tests.history.outages import Size, postgres_crashes, redis_away

SEED = 20261124
BUSY = 4.0
"""On a machine that does other things meanwhile, all takes some times as long."""


@pytest.mark.timeout(600)
async def test_without_redis_sending_goes_on_and_all_is_normal_soon_after(
    three_doors: Doors,
) -> None:
    outcome = await redis_away(three_doors, Size(pairs=3, away_s=6.0, after_s=8.0), SEED)

    assert list(outcome.broken) == []
    assert len(outcome.away) > 10, "too few messages to prove anything"
    assert percentile([it.acknowledged_s for it in outcome.away], 99) <= 1.5 * BUSY
    # By hints: what only the sweep finds is heard after a second on average.
    assert percentile([it.heard_s for it in outcome.after], 50) <= 0.5
    assert outcome.same_processes


@pytest.mark.timeout(600)
async def test_when_postgresql_crashes_nothing_acknowledged_is_lost(three_doors: Doors) -> None:
    outcome = await postgres_crashes(three_doors, 2, Size(pairs=3, before_s=1.5), SEED)

    assert list(outcome.broken) == []
    assert outcome.said > 10, "too few messages to prove anything"
    assert max(outcome.restarts_s) <= 5.0 * BUSY
