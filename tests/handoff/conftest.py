"""Front doors for tests."""

from collections.abc import AsyncIterator

import pytest

from tests import databases
from tests.databases import Database
from tests.handoff import door
from tests.handoff.door import Door
from tests.redises import RedisServer


@pytest.fixture(name="door")
async def _door(database: Database, redis_server: RedisServer) -> AsyncIterator[Door]:
    """A door of the test's own: nobody else is in the queue."""
    async with door.opened(database, redis_server.url) as opened:
        yield opened


@pytest.fixture(scope="session")
async def front(template: str, redis_server: RedisServer) -> AsyncIterator[Door]:
    """One door for many tests, where other people do not matter."""
    async with (
        databases.copy_of(template) as database,
        door.opened(database, redis_server.url) as opened,
    ):
        yield opened
