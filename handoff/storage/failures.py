"""What the database's errors mean to those who know no database."""

from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from handoff.domain.errors import Conflict, Unavailable

RETRYABLE = frozenset({"40001", "40P01"})
"""SQLSTATE of serialization failures and deadlocks: somebody else was first."""


@contextmanager
def translated() -> Iterator[None]:
    """Conflict where somebody else was first, Unavailable where the database is not there."""
    try:
        yield
    except IntegrityError as error:
        raise Conflict("somebody else was first") from error
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) in RETRYABLE:
            raise Conflict("somebody else was first") from error
        raise Unavailable("nothing was stored; please send it again") from error
    except (SQLAlchemyError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        raise Unavailable("nothing was stored; please send it again") from error
