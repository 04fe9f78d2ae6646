"""The witness in the database sees what no guard held back."""

import asyncio

import pytest

from handoff.domain.conversation import Conversation
from handoff.domain.events import AgentAccepted
from handoff.domain.people import Agent
from handoff.storage.agents import SqlAgents
from handoff.storage.work import work_on
from tests.contract.store import Store, ref
from tests.databases import Database
from tests.history.witness import Witness


@pytest.fixture(name="store")
def _store(database: Database) -> Store:
    async def enrol(agent: Agent, password_hash: str) -> None:
        async with database.engine.begin() as connection:
            await SqlAgents(connection).enrol(agent, password_hash)

    async def nobody_is_disabled(agent: object) -> None:
        raise NotImplementedError

    return Store(work_on(database.engine), enrol, nobody_is_disabled)


async def test_it_sees_nothing_while_everybody_has_what_they_can_have(
    store: Store, database: Database
) -> None:
    witness = Witness(database.url)
    await witness.look_on()
    amira = await store.helper(capacity=2)

    await store.owned(amira)
    await store.owned(amira)

    assert await witness.overloads() == []


async def test_it_sees_one_too_many_also_when_two_come_at_the_same_moment(
    store: Store, database: Database
) -> None:
    witness = Witness(database.url)
    await witness.look_on()
    amira = await store.helper(capacity=1)
    cases = [await store.queued() for _ in range(2)]
    both = asyncio.Barrier(2)

    async def unguarded(case: Conversation) -> None:
        async with store.open_work() as work:
            before = await work.conversations.locked(case.id)
            await both.wait()
            await work.conversations.append(before, AgentAccepted(agent=ref(amira)))

    await asyncio.gather(*map(unguarded, cases))

    assert [it["load"] for it in await witness.overloads()] == [2]


async def test_it_reads_every_log_in_order(store: Store, database: Database) -> None:
    it = await store.queued()

    logs = await Witness(database.url).logs()

    assert [event["type"] for event in logs[str(it.id)]] == [
        "started",
        "customer_said",
        "human_asked",
    ]
