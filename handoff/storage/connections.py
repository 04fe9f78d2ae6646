"""How statements reach the database, and what its errors mean to those who know none."""

from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine

from handoff.domain.errors import Conflict, Unavailable

LOST_RACES = frozenset({"40001", "40P01"})
"""SQLSTATE of serialization failures and deadlocks: somebody else was first."""

AWAY = ("08", "53", "57")
"""SQLSTATE classes: connection lost, out of resources (disk full too), shutting down."""


def alone(engine: AsyncEngine) -> AsyncEngine:
    """The same pool, with every statement a transaction of its own: saves two round trips."""
    return engine.execution_options(isolation_level="AUTOCOMMIT")


@contextmanager
def translated() -> Iterator[None]:
    """Conflict where somebody else was first, Unavailable where the database is not there."""
    try:
        yield
    except IntegrityError as error:
        raise Conflict("somebody else was first") from error
    except DBAPIError as error:
        raise _meant(error) from error
    except (PoolTimeout, asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        raise Unavailable("nothing was stored; please send it again") from error


def _meant(error: DBAPIError) -> Exception:
    """Our own mistakes stay what they are."""
    state = getattr(error.orig, "sqlstate", None) or ""
    if state in LOST_RACES:
        return Conflict("somebody else was first")
    away = isinstance(error, OperationalError | InterfaceError) or error.connection_invalidated
    if away or state.startswith(AWAY):
        return Unavailable("nothing was stored; please send it again")
    return error
