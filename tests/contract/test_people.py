"""Customers, sessions and receipts, on the fake and on PostgreSQL."""

from dataclasses import replace
from uuid import uuid4

import pytest

from handoff.domain.errors import Conflict, InvalidIdentity, Unknown
from handoff.domain.ids import ConversationId, CustomerId, MessageId
from handoff.domain.people import CustomerKind, Language
from handoff.ports import Receipt
from tests.contract.store import Store, identity

FOR_LONG_S = 3600.0


async def test_a_visitor_is_somebody_new_each_time(store: Store) -> None:
    async with store.open_work() as work:
        one = await work.customers.visitor(Language.DE)
        other = await work.customers.visitor(Language.DE)

    assert one.id != other.id
    assert (one.kind, one.sub, one.verified) == (CustomerKind.VISITOR, None, False)


async def test_who_signs_in_again_is_the_same_customer_brought_up_to_date(store: Store) -> None:
    async with store.open_work() as work:
        before = await work.customers.known(identity("lena", name="Lena"), Language.DE)
    married = replace(identity("lena", name="Lena Brandt"), kind=CustomerKind.CLIENT)

    async with store.open_work() as work:
        after = await work.customers.known(married, Language.EN)

    assert after.id == before.id
    assert (after.name, after.kind, after.language) == (
        "Lena Brandt",
        CustomerKind.CLIENT,
        Language.EN,
    )


async def test_nobody_is_found_under_an_unknown_id(store: Store) -> None:
    with pytest.raises(Unknown):
        async with store.open_work() as work:
            await work.customers.customer(CustomerId(uuid4()))


async def test_a_token_of_the_platform_is_worth_one_session(store: Store) -> None:
    once = identity("lena", token_id="t-1")
    async with store.open_work() as work:
        await work.customers.spend(once)

    with pytest.raises(InvalidIdentity):
        async with store.open_work() as work:
            await work.customers.spend(once)


async def test_a_token_spent_in_a_work_that_failed_is_not_spent(store: Store) -> None:
    once = identity("lena", token_id="t-1")

    async def fails() -> None:
        async with store.open_work() as work:
            await work.customers.spend(once)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fails()

    async with store.open_work() as work:
        await work.customers.spend(once)


async def test_a_session_speaks_for_its_customer_and_for_no_agent(store: Store) -> None:
    customer = await store.visitor()
    async with store.open_work() as work:
        await work.sessions.open("token", customer, FOR_LONG_S)

    async with store.open_work() as work:
        found = await work.customers.of_session("token")
        assert found is not None
        assert found.id == customer
        assert await work.agents.of_session("token") is None


async def test_a_session_speaks_for_its_agent_and_for_no_customer(store: Store) -> None:
    agent = await store.helper()
    async with store.open_work() as work:
        await work.sessions.open("token", agent.id, FOR_LONG_S)

    async with store.open_work() as work:
        found = await work.agents.of_session("token")
        assert found is not None
        assert found.id == agent.id
        assert await work.customers.of_session("token") is None


async def test_a_disabled_agents_session_is_worth_nothing(store: Store) -> None:
    agent = await store.helper()
    async with store.open_work() as work:
        await work.sessions.open("token", agent.id, FOR_LONG_S)

    await store.disable(agent.id)

    async with store.open_work() as work:
        assert await work.agents.of_session("token") is None


@pytest.mark.parametrize("token", ["token", "unknown", "", "\udcff", "töken"])
async def test_what_is_no_live_session_speaks_for_nobody(store: Store, token: str) -> None:
    customer = await store.visitor()
    async with store.open_work() as work:
        await work.sessions.open("token", customer, ttl_s=-1)

    async with store.open_work() as work:
        assert await work.customers.of_session(token) is None
        assert await work.agents.of_session(token) is None


async def test_an_ended_session_is_worth_nothing(store: Store) -> None:
    customer = await store.visitor()
    async with store.open_work() as work:
        await work.sessions.open("token", customer, FOR_LONG_S)

    async with store.open_work() as work:
        await work.sessions.end("token")
        await work.sessions.end("never was one")

    async with store.open_work() as work:
        assert await work.customers.of_session("token") is None


async def test_a_token_speaks_for_one_holder_only(store: Store) -> None:
    customer = await store.visitor()
    async with store.open_work() as work:
        await work.sessions.open("token", customer, FOR_LONG_S)

    with pytest.raises(Conflict):
        async with store.open_work() as work:
            await work.sessions.open("token", customer, FOR_LONG_S)


async def test_a_receipt_is_found_by_its_sender_and_message(store: Store) -> None:
    it, message = await store.started(), MessageId(uuid4())
    receipt = Receipt(conversation=it.id, seq=2, digest=b"\x00digest")
    async with store.open_work() as work:
        await work.receipts.keep(it.customer, message, receipt)

    async with store.open_work() as work:
        assert await work.receipts.first(it.customer, message) == receipt
        assert await work.receipts.first(it.customer, MessageId(uuid4())) is None
        assert await work.receipts.first(uuid4(), message) is None


async def test_a_second_receipt_for_a_message_is_a_conflict(store: Store) -> None:
    it, message = await store.started(), MessageId(uuid4())
    async with store.open_work() as work:
        await work.receipts.keep(it.customer, message, _receipt(it.id))

    with pytest.raises(Conflict):
        async with store.open_work() as work:
            await work.receipts.keep(it.customer, message, _receipt(it.id))


def _receipt(conversation: ConversationId) -> Receipt:
    return Receipt(conversation=conversation, seq=2, digest=b"digest")
