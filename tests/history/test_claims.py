"""Many agents claim the same cases at once: one owner always, no stale write, no agent too many."""

import pytest

from tests.history.claims import Size, claimed
from tests.history.doors import Doors

SIZE = Size(claims=300, agents=15, leads=5, cases=60, kill_every_s=2.0, within_s=120)
SEED = 20261124


@pytest.mark.timeout(400)
async def test_of_all_who_claim_a_case_one_owns_it_whatever_dies(three_doors: Doors) -> None:
    outcome = await claimed(three_doors.product, SIZE, SEED)

    assert outcome.broken == []
    assert outcome.tally.claims >= SIZE.claims, "too few claims to prove anything"
    assert outcome.tally.stale_tried > 5
    assert outcome.killed > 0
    for kind, done in outcome.tally.done.items():
        assert done > 0, f"{kind} was hardly ever done"
