"""Front doors for the proofs that need no assistant."""

from collections.abc import Iterator

import pytest

from local.product import Product
from tests.history import doors
from tests.history.claims import LEASE_S


@pytest.fixture(scope="session")
def three_doors() -> Iterator[Product]:
    """Started once for all proofs."""
    with doors.opened(HANDOFF_AGENT_LEASE_S=str(LEASE_S)) as product:
        yield product
