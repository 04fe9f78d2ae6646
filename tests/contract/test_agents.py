"""Agents, what they own and whether they are there, on the fake and on PostgreSQL."""

from uuid import uuid4

import pytest

from handoff.domain.errors import Unknown
from handoff.domain.events import AgentAccepted, Closed, CloseReason, HandedBack
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.people import Agent, Status
from tests.contract.store import Store, ref

END = Closed(by="agent", reason=CloseReason.RESOLVED)


async def _abandoned(store: Store) -> tuple[ConversationId, ...]:
    async with store.open_work() as work:
        return await work.agents.abandoned()


async def _load(store: Store, agent: Agent) -> int:
    async with store.open_work() as work:
        return sum((await work.agents.load(agent.id)).values())


async def test_an_agent_is_as_they_were_enrolled(store: Store) -> None:
    agent = await store.helper("Amira", capacity=3)

    async with store.open_work() as work:
        found = await work.agents.agent(agent.id)
        locked = await work.agents.locked(agent.id)
    assert found == locked
    assert (found.name, found.capacity, found.skills) == ("Amira", 3, agent.skills)
    assert found.languages == agent.languages


async def test_unknown_and_disabled_agents_are_alike(store: Store) -> None:
    agent = await store.helper()
    await store.disable(agent.id)

    for id_ in (agent.id, AgentId(uuid4())):
        with pytest.raises(Unknown):
            async with store.open_work() as work:
                await work.agents.agent(id_)
        with pytest.raises(Unknown):
            async with store.open_work() as work:
                await work.agents.locked(id_)


async def test_an_e_mail_address_has_no_case(store: Store) -> None:
    agent = await store.helper("Amira")

    async with store.open_work() as work:
        assert await work.agents.credentials("AMIRA@Lotse.Example") == (agent.id, "hashed Amira")
        assert await work.agents.credentials("bo@lotse.example") is None


async def test_a_disabled_agent_cannot_log_in(store: Store) -> None:
    agent = await store.helper("Amira")
    await store.disable(agent.id)

    async with store.open_work() as work:
        assert await work.agents.credentials("amira@lotse.example") is None


async def test_agents_come_and_go(store: Store) -> None:
    agent = await store.helper()

    async with store.open_work() as work:
        there = (await work.agents.agent(agent.id)).available
        await work.agents.set_status(agent.id, Status.AWAY)
        gone = (await work.agents.agent(agent.id)).available

    assert (there, gone) == (True, False)


async def test_the_load_is_what_an_agent_owns_now(store: Store) -> None:
    agent, other = await store.helper("Amira"), await store.helper("Bo")
    first, second = await store.owned(agent), await store.owned(agent)
    await store.owned(other)
    before = await _load(store, agent)

    await store.append(first.id, END)
    await store.append(second.id, HandedBack(agent=ref(agent)))

    assert (before, await _load(store, agent)) == (2, 0)


async def test_whose_console_is_silent_for_too_long_has_abandoned_all_they_own(
    store: Store,
) -> None:
    silent, alive = await store.helper("Amira"), await store.helper("Bo")
    lost = [(await store.owned(silent, lease_s=-1)).id for _ in range(2)]
    await store.owned(alive, lease_s=60)

    assert set(await _abandoned(store)) == set(lost)


async def test_who_takes_something_holds_the_lease_on_all_they_own(store: Store) -> None:
    agent, other = await store.helper("Amira"), await store.helper("Bo")
    await store.owned(agent, lease_s=-1)
    await store.owned(agent, lease_s=-1)
    lost = await store.owned(other, lease_s=-1)

    async with store.open_work() as work:
        await work.agents.took(agent.id, 60)

    assert await _abandoned(store) == (lost.id,)


async def test_a_sign_of_life_renews_the_lease_on_everything(store: Store) -> None:
    agent = await store.helper()
    await store.owned(agent, lease_s=-1)
    await store.owned(agent, lease_s=-1)

    async with store.open_work() as work:
        await work.agents.beat(agent.id, 60)

    assert await _abandoned(store) == ()


async def test_the_lease_ends_with_the_ownership(store: Store) -> None:
    agent, next_one = await store.helper("Amira"), await store.helper("Bo")
    it = await store.owned(agent, lease_s=-1)

    await store.append(it.id, HandedBack(agent=ref(agent)))
    again = await store.queued()
    await store.append(again.id, AgentAccepted(agent=ref(next_one)))

    assert await _abandoned(store) == ()
