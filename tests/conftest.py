"""Fixtures of all tests."""

from collections.abc import AsyncIterator, Iterator

import pytest

from payouts.book import PayoutBook
from tests import databases, redises
from tests.databases import Database
from tests.redises import RedisServer

pytest_plugins = ["tests.products"]


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of a PostgreSQL server's administrative database; the server lives for the run."""
    with databases.server() as url:
        yield url


@pytest.fixture(scope="session")
async def template(postgres_url: str) -> str:
    """The URL of a migrated, empty database that tests copy and never write to."""
    await databases.execute(postgres_url, "CREATE DATABASE template_lotse")
    url = databases.plain_url(postgres_url, "template_lotse")
    databases.migrate(url)
    return url


@pytest.fixture
async def database(template: str) -> AsyncIterator[Database]:
    """A fresh database with every table, for one test."""
    async with databases.copy_of(template) as fresh:
        yield fresh


@pytest.fixture
def book(database: Database) -> PayoutBook:
    """An empty book of payouts."""
    return PayoutBook(database.sessions)


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    """A Redis that lives for the run; whoever stops it starts it again."""
    with redises.server() as running:
        yield running
