"""Connections are cut before and after a commit, stalled and slowed; nobody sees anything wrong."""

import pytest

from tests.history.cuts import Size, cut
from tests.history.doors import Doors

SIZE = Size(cuts=60, pairs=4, within_s=90)
SEED = 20261124


@pytest.mark.timeout(600)
async def test_whatever_is_cut_every_device_ends_with_the_log(three_doors: Doors) -> None:
    outcome = await cut(three_doors, SIZE, SEED)

    assert list(outcome.broken) == []
    assert outcome.cuts.total() >= SIZE.cuts, "too few cuts to prove anything"
    for how in ("people: cut before it arrives", "people: cut after it arrived"):
        assert outcome.cuts[how] > 0, outcome.cuts
    for how in ("database: cut before it arrives", "database: cut after it arrived"):
        assert outcome.cuts[how] > 0, outcome.cuts
