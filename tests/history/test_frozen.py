"""Rasa stands still: a person is offered in time, and who talks to one notices nothing."""

import pytest

from bench.figures import percentile
from local.product import Product
from tests.history.frozen import Size, frozen

SEED = 20261124
PROMISED_S = 8.0
BUSY_S = 4.0
"""What a machine that does other things meanwhile adds."""


@pytest.mark.timeout(600)
async def test_a_person_is_offered_in_time_while_rasa_stands_still(product: Product) -> None:
    outcome = await frozen(product, Size(asking=1, pairs=2, before_s=2.0), SEED)

    assert max(outcome.offered_s) <= PROMISED_S + BUSY_S
    assert len(outcome.meanwhile) > 5, "too few messages to prove anything"
    assert percentile([it.heard_s for it in outcome.meanwhile], 50) <= 1.0
    assert list(outcome.broken) == []
