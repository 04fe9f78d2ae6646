"""The front door that is attacked."""

import pytest

from tests.handoff.conftest import _door, front
from tests.handoff.door import Door
from tests.security.people import People, gathered

__all__ = ["_door", "front", "people"]


@pytest.fixture(scope="session")
async def people(front: Door) -> People:
    """Everybody who may try something, and somebody to try it on."""
    return await gathered(front)
