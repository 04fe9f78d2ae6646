"""A front door for each test."""

from collections.abc import AsyncIterator

import pytest

from tests.databases import Database
from tests.handoff import door
from tests.handoff.door import Door
from tests.redises import RedisServer


@pytest.fixture(name="door")
async def _door(database: Database, redis_server: RedisServer) -> AsyncIterator[Door]:
    """Real database, real Redis, scripted Rasa."""
    async with door.opened(database, redis_server.url) as opened:
        yield opened
