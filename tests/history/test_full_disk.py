"""The disk is full: nothing is acknowledged that was not kept, and all heals by itself."""

import pytest

from tests.history.doors import Doors
from tests.history.full_disk import Size, filled

SEED = 20261124
BUSY = 4.0
"""On a machine that does other things meanwhile, all takes some times as long."""


@pytest.mark.timeout(600)
async def test_a_full_disk_acknowledges_nothing_it_did_not_keep_and_heals(
    three_doors: Doors,
) -> None:
    if three_doors.disk.missing:
        pytest.skip(three_doors.disk.missing)

    outcome = await filled(three_doors, Size(full_s=6.0), SEED)

    assert list(outcome.broken) == []
    assert outcome.refused > 0, "the disk was not full enough to prove anything"
    assert outcome.healed_s <= 10.0 * BUSY
