"""Processes die at random while customers write: nothing is lost, doubled or out of order."""

import pytest

from local.product import Product
from tests.history.kills import Size, killed

SIZE = Size(
    kills=8,
    names=("handoff", "postgres", "redis", "actions", "rasa"),
    between_s=3.0,
    customers=20,
    within_s=90,
)
SEED = 20261124


@pytest.mark.timeout(600)
async def test_nothing_is_lost_doubled_or_reordered_when_processes_are_killed(
    product: Product,
) -> None:
    outcome = await killed(product, SIZE, SEED)

    assert list(outcome.broken) == []
    assert outcome.kills.total() >= 4, "too few deaths to prove anything"
    assert outcome.said >= 3 * SIZE.customers, "too few messages to prove anything"
