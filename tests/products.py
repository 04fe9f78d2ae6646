"""The whole product, started once for all tests that need it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from connectors.hours import OpeningHours
from local.product import Product

HOURS = Path(__file__).parents[1] / "data" / "hours.yml"
BEFORE_CLOSING = timedelta(hours=1)


def to_opening_hours() -> timedelta:
    """How far the product's clock is moved, so that people are there whenever tests run."""
    now, hours = datetime.now(UTC), OpeningHours.load(HOURS)
    if hours.is_open(now) and hours.is_open(now + BEFORE_CLOSING):
        return timedelta(0)
    return hours.opens_after(now) + BEFORE_CLOSING - now


@pytest.fixture(scope="session")
def product() -> Iterator[Product]:
    """The product with its demo: every process is real, nothing of it is left afterwards."""
    moved = f"{to_opening_hours().total_seconds():.0f}"
    with Product(environment={"LOTSE_CLOCK_OFFSET_S": moved}) as running:
        yield running
