"""Sockets that say nothing are kept, and cost little."""

import pytest

from bench.idle import DROPPED, OF_EACH, held
from tests.history.doors import Doors

SOCKETS = 500
MOST_KIB = 64.0
"""Twice what is promised for many: what a process needs once is shared by few here."""


@pytest.mark.timeout(600)
async def test_idle_sockets_are_kept_and_cost_little(three_doors: Doors) -> None:
    figures = {it.name: it.value for it in await held(three_doors.product, SOCKETS, 3.0)}

    assert figures[DROPPED] == 0
    assert figures[OF_EACH] <= MOST_KIB
