"""Runs the migrations against DATABASE_URL."""

import asyncio
import os

from alembic import context
from sqlalchemy import Connection, pool
from sqlalchemy.ext.asyncio import create_async_engine

from handoff.storage.tables import Base as HandoffBase
from handoff.storage.work import asyncpg_url
from payouts.tables import Base as PayoutsBase

METADATA = [HandoffBase.metadata, PayoutsBase.metadata]
OURS = {"public", "payouts"}
"""The schema `rasa` is Rasa's own: it makes its tables there itself."""


def _included(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "schema" or name is None or name in OURS


def _migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        include_schemas=True,
        include_name=_included,
    )
    with context.begin_transaction():
        context.run_migrations()


async def _online() -> None:
    engine = create_async_engine(asyncpg_url(os.environ["DATABASE_URL"]), poolclass=pool.NullPool)
    async with engine.begin() as connection:
        # Two processes that start at once must not both migrate: the second waits, then finds
        # everything done.
        await connection.exec_driver_sql("SELECT pg_advisory_xact_lock(5687)")
        await connection.run_sync(_migrate)
    await engine.dispose()


connection = context.config.attributes.get("connection")
if connection is not None:
    _migrate(connection)
else:
    asyncio.run(_online())
