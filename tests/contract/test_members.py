"""The team's list and what was changed in it, on the fake and on PostgreSQL."""

from dataclasses import replace
from uuid import uuid4

import pytest

from handoff.domain.changes import Change, ChangeKind
from handoff.domain.errors import Conflict, Unknown
from handoff.domain.ids import AgentId
from handoff.domain.members import Member
from handoff.domain.people import Agent, AgentRef, Role, Status
from tests.contract.store import Store
from tests.handoff.domain.examples import agent


def _new(name: str = "Bo", **changes: object) -> Agent:
    ref = AgentRef(id=AgentId(uuid4()), name=name)
    return agent(ref, status=Status.OFFLINE, **changes)


async def _added(store: Store, new: Agent) -> Member:
    async with store.open_work() as work:
        await work.members.add(new, "hashed secret")
        return await work.members.member(new.id)


async def test_somebody_new_is_listed_by_name_and_can_log_in(store: Store) -> None:
    cy = await _added(store, _new("Cy", levels={"payouts": 3}, channel_capacity={"web": 2}))
    bo = await _added(store, _new("Bo", role=Role.ADMIN))

    async with store.open_work() as work:
        listed = await work.members.all()
        credentials = await work.agents.credentials("BO@lotse.example")
    assert listed == (bo, cy)
    assert (cy.agent.levels, cy.agent.channel_capacity) == ({"payouts": 3}, {"web": 2})
    assert cy.enabled
    assert credentials == (bo.agent.id, "hashed secret")


async def test_an_address_is_known_without_case_and_belongs_to_one(store: Store) -> None:
    bo = await _added(store, _new(email="Bo@Lotse.example"))

    async with store.open_work() as work:
        assert await work.members.by_email("bO@lotse.example") == bo.agent.id
        assert await work.members.by_email("cy@lotse.example") is None
    assert bo.agent.email == "bo@lotse.example"
    with pytest.raises(Conflict):
        await _added(store, _new("Another", email="bo@lotse.EXAMPLE"))


async def test_what_is_revised_is_all_but_status_and_password(store: Store) -> None:
    bo = await store.helper("Bo")
    new = replace(bo, name="Boris", role=Role.LEAD, teams=(), capacity=1, status=Status.AWAY)

    async with store.open_work() as work:
        await work.members.revise(new)

    async with store.open_work() as work:
        now = (await work.members.locked(bo.id)).agent
        credentials = await work.agents.credentials(bo.email)
    assert now == replace(new, status=Status.ONLINE)
    assert credentials == (bo.id, "hashed Bo")


async def test_a_disabled_one_stays_on_the_list_until_enabled_again(store: Store) -> None:
    bo = await store.helper("Bo")

    async with store.open_work() as work:
        await work.members.disable(bo.id)
        gone = await work.members.member(bo.id)
        nobody = await work.agents.credentials(bo.email)
        await work.members.enable(bo.id)
        back = await work.members.member(bo.id)
        await work.members.set_password(bo.id, "hashed new")
        credentials = await work.agents.credentials(bo.email)

    assert not gone.enabled
    assert nobody is None
    assert back.enabled
    assert credentials == (bo.id, "hashed new")


async def test_nobody_is_unknown(store: Store) -> None:
    async with store.open_work() as work:
        with pytest.raises(Unknown):
            await work.members.member(AgentId(uuid4()))
        with pytest.raises(Unknown):
            await work.members.locked(AgentId(uuid4()))


async def test_all_sessions_of_one_end_and_no_others(store: Store) -> None:
    bo, cy = await store.helper("Bo"), await store.helper("Cy")
    async with store.open_work() as work:
        for token, holder in (("one", bo.id), ("two", bo.id), ("other", cy.id)):
            await work.sessions.open(token, holder, 60)

        await work.sessions.end_all(bo.id)

        held = [await work.agents.of_session(token) for token in ("one", "two", "other")]
    assert [it and it.name for it in held] == [None, None, "Cy"]


async def test_changes_come_newest_first_with_their_values(store: Store) -> None:
    ruth = await store.helper("Ruth")
    first = Change(
        by=ruth.ref,
        kind=ChangeKind.AGENT_CHANGED,
        about="Bo",
        before={"capacity": 3, "teams": []},
        after={"capacity": 5, "teams": ["Payments"]},
    )
    second = replace(first, kind=ChangeKind.AGENT_DISABLED, before={}, after={})
    async with store.open_work() as work:
        await work.changes.record(first)
        await work.changes.record(second)

    async with store.open_work() as work:
        latest, one = await work.changes.latest(10), await work.changes.latest(1)

    assert [it.change for it in latest] == [second, first]
    assert one == latest[:1]
    assert latest[0].at >= latest[1].at
