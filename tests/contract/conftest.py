"""The same contract on memory and on PostgreSQL."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from sqlalchemy import text, update

from handoff.domain.ids import AgentId
from handoff.domain.people import Agent
from handoff.storage.agents import SqlAgents
from handoff.storage.tables import AgentRow, Base
from handoff.storage.work import work_on
from tests import databases
from tests.contract.store import Store
from tests.databases import Database
from tests.fakes import work as fakes
from tests.fakes.memory import Enrolled, Memory

TABLES = ", ".join(table.name for table in Base.metadata.sorted_tables)


@pytest.fixture(scope="session")
async def tables(template: str) -> AsyncIterator[Database]:
    """A database of the contract's own, emptied before each test."""
    async with databases.copy_of(template) as fresh:
        yield fresh


@pytest.fixture
async def postgres_store(tables: Database) -> Store:
    """The real one."""
    async with tables.engine.begin() as connection:
        await connection.execute(text(f"TRUNCATE {TABLES}"))

    async def enrol(agent: Agent, password_hash: str) -> None:
        async with tables.engine.begin() as connection:
            await SqlAgents(connection).enrol(agent, password_hash)

    async def disable(agent: AgentId) -> None:
        async with tables.engine.begin() as connection:
            gone = update(AgentRow).where(AgentRow.id == agent)
            await connection.execute(gone.values(disabled_at=text("now()")))

    return Store(work_on(tables.engine), enrol, disable)


@pytest.fixture
def memory_store() -> Store:
    """The fake."""
    memory = Memory()

    async def enrol(agent: Agent, password_hash: str) -> None:
        memory.agents[agent.id] = Enrolled(agent=agent, password_hash=password_hash)

    async def disable(agent: AgentId) -> None:
        memory.agents[agent] = replace(memory.agents[agent], disabled=True)

    return Store(fakes.work_on(memory), enrol, disable)


@pytest.fixture(params=["memory", "postgres"])
def store(request: pytest.FixtureRequest) -> Store:
    """One after the other."""
    chosen: Store = request.getfixturevalue(f"{request.param}_store")
    return chosen
