"""The migration and the metadata describe the same tables."""

import importlib.util
from types import ModuleType

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, text

from payouts.tables import SCHEMA, Base
from tests import databases

REVISION = databases.ROOT / "migrations" / "versions" / "0001_payouts.py"


def revision() -> ModuleType:
    spec = importlib.util.spec_from_file_location("revision_0001", REVISION)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(
        connection,
        opts={
            "include_schemas": True,
            "include_name": lambda name, kind, _parents: kind != "schema" or name == SCHEMA,
            "compare_server_default": True,
        },
    )
    return list(compare_metadata(context, Base.metadata))


async def test_the_migration_makes_what_the_metadata_describe(postgres_url: str) -> None:
    async with databases.empty(postgres_url) as database, database.engine.begin() as connection:

        def upgraded(sync: Connection) -> list[object]:
            with Operations.context(MigrationContext.configure(sync)):
                revision().upgrade()
            return differences(sync)

        assert await connection.run_sync(upgraded) == []


async def test_the_migration_takes_back_all_that_it_made(postgres_url: str) -> None:
    async with databases.empty(postgres_url) as database, database.engine.begin() as connection:

        def there_and_back(sync: Connection) -> None:
            with Operations.context(MigrationContext.configure(sync)):
                revision().upgrade()
                revision().downgrade()

        await connection.run_sync(there_and_back)

        schemas = text("SELECT count(*) FROM pg_namespace WHERE nspname = 'payouts'")
        assert await connection.scalar(schemas) == 0
