"""A book on real PostgreSQL."""

import pytest
from sqlalchemy.schema import CreateSchema

from payouts.book import PayoutBook
from payouts.tables import SCHEMA, Base
from tests.databases import Database


@pytest.fixture
async def book(database: Database) -> PayoutBook:
    """An empty book."""
    async with database.engine.begin() as connection:
        await connection.execute(CreateSchema(SCHEMA, if_not_exists=True))
        await connection.run_sync(Base.metadata.create_all)
    return PayoutBook(database.sessions)
