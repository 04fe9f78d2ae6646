"""Sealed texts and the log of accesses, on memory and on PostgreSQL."""

import asyncio

import pytest

from handoff.domain.accesses import Access, Action, Subject
from handoff.domain.errors import Conflict
from handoff.domain.ids import AgentId, CustomerId
from tests.contract.store import Store


async def test_a_sealed_text_is_found_where_it_was_kept(store: Store) -> None:
    it = await store.started()
    async with store.open_work() as work:
        await work.sealed.keep(it.id, 2, b"sealed")

    async with store.open_work() as work:
        assert await work.sealed.of(it.id, 2) == b"sealed"
        assert await work.sealed.of(it.id, 3) is None


async def test_a_message_has_one_sealed_text(store: Store) -> None:
    it = await store.started()
    async with store.open_work() as work:
        await work.sealed.keep(it.id, 2, b"first")

    with pytest.raises(Conflict):
        async with store.open_work() as work:
            await work.sealed.keep(it.id, 2, b"second")

    async with store.open_work() as work:
        assert await work.sealed.of(it.id, 2) == b"first"


async def test_what_is_too_old_is_erased_and_nothing_else(store: Store) -> None:
    it = await store.started()
    async with store.open_work() as work:
        await work.sealed.keep(it.id, 2, b"old")
    await asyncio.sleep(0.3)
    async with store.open_work() as work:
        await work.sealed.keep(it.id, 3, b"new")

    async with store.open_work() as work:
        erased = await work.sealed.erase(0.2)

    async with store.open_work() as work:
        assert erased == 1
        assert await work.sealed.of(it.id, 2) is None
        assert await work.sealed.of(it.id, 3) == b"new"


def access(customer: CustomerId, agent: AgentId | None) -> Access:
    """Somebody read something."""
    return Access(
        agent=agent,
        action=Action.READ,
        subject=Subject.SEALED_TEXT,
        customer=customer,
        conversation=None,
        seq=None,
        fields=("iban",),
        purpose="to check the account",
    )


async def test_accesses_are_on_record_by_customer_oldest_first(store: Store) -> None:
    mine, other = await store.visitor(), await store.visitor()
    agent = await store.helper()
    for made in (access(mine, agent.id), access(other, agent.id), access(mine, None)):
        async with store.open_work() as work:
            await work.accesses.record(made)

    async with store.open_work() as work:
        recorded = await work.accesses.to(mine)

    assert [it.access for it in recorded] == [access(mine, agent.id), access(mine, None)]
    assert recorded[0].at <= recorded[1].at


async def test_what_is_rolled_back_is_not_on_record(store: Store) -> None:
    mine = await store.visitor()

    async def failing() -> None:
        async with store.open_work() as work:
            await work.accesses.record(access(mine, None))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await failing()

    async with store.open_work() as work:
        assert await work.accesses.to(mine) == ()
