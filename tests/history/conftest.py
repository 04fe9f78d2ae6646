"""Front doors for the proofs that need no assistant."""

from collections.abc import Iterator

import pytest

from tests.history.claims import LEASE_S
from tests.history.doors import Doors, opened


@pytest.fixture(scope="session")
def three_doors() -> Iterator[Doors]:
    """Started once for all proofs."""
    with opened(HANDOFF_AGENT_LEASE_S=str(LEASE_S)) as doors:
        yield doors
