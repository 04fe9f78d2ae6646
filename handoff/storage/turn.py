"""One dispatcher at a time, over all replicas."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from handoff.ports import Alone
from handoff.storage.connections import translated

DISPATCH = 7_104_021_001
"""Of the advisory lock; it goes with its transaction, so a crash lets it go as well."""


def alone_on(engine: AsyncEngine) -> Alone:
    """Tries for the lock, never waits for it."""

    @asynccontextmanager
    async def alone() -> AsyncIterator[bool]:
        with translated():
            async with engine.begin() as connection:
                lock = select(func.pg_try_advisory_xact_lock(DISPATCH))
                yield bool(await connection.scalar(lock))

    return alone
