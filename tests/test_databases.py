"""The database fixtures themselves."""

from sqlalchemy import text

from tests.databases import Database


async def test_a_test_writes_to_a_database_of_its_own(database: Database) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(text("CREATE TABLE mark (n int)"))

    async with database.sessions() as session:
        assert await session.scalar(text("SELECT count(*) FROM mark")) == 0


async def test_what_another_test_wrote_is_gone(database: Database) -> None:
    async with database.sessions() as session:
        assert await session.scalar(text("SELECT to_regclass('mark')")) is None
