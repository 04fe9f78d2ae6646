"""Conversations and their logs, on the fake and on PostgreSQL."""

from dataclasses import replace
from uuid import uuid4

import pytest

from handoff.domain.conversation import State
from handoff.domain.errors import Conflict, NotAllowedNow, Unknown
from handoff.domain.events import (
    AgentAccepted,
    AgentVanished,
    AssistantFailed,
    Closed,
    CloseReason,
    HandedBack,
    NoteAdded,
)
from handoff.domain.failure import Failure
from handoff.domain.ids import ConversationId, CustomerId, MessageId
from handoff.domain.messages import Choices
from handoff.ports import Receipt
from tests.contract.store import Store, asked, identity, opening, ref, spoken
from tests.handoff.domain.examples import BUTTON, answered

END = Closed(by="customer", reason=CloseReason.CUSTOMER_LEFT)


async def test_a_conversation_begins_with_its_first_event(store: Store) -> None:
    customer = await store.visitor()

    it = await store.started(customer)

    async with store.open_work() as work:
        (first,) = await work.reads.log(it.id)
    assert (it.customer, it.state, it.last_seq, it.epoch) == (customer, State.BOT, 1, 0)
    assert (first.seq, first.event) == (1, opening())
    assert it.page_url == "https://shop.example/help"


async def test_case_numbers_differ(store: Store) -> None:
    numbers = {(await store.started()).case_number for _ in range(3)}

    assert len(numbers) == 3
    assert all(number.startswith("L-") for number in numbers)


async def test_a_customer_has_one_open_conversation(store: Store) -> None:
    customer = await store.visitor()
    await store.started(customer)

    with pytest.raises(Conflict):
        await store.started(customer)


async def test_after_the_end_the_next_one_begins_and_both_know_each_other(store: Store) -> None:
    first = await store.closed()

    second = await store.started(first.customer, previous=first.id)

    assert second.previous == first.id
    assert (await store.read(first.id)).next == second.id


async def test_the_open_conversation_is_found(store: Store) -> None:
    closed = await store.closed()
    it = await store.started(closed.customer)

    async with store.open_work() as work:
        found = await work.conversations.open_of(closed.customer)
        nobodys = await work.conversations.open_of(CustomerId(uuid4()))

    assert found is not None
    assert found.id == it.id
    assert nobodys is None


async def test_an_event_changes_state_and_log_together(store: Store) -> None:
    it = await store.started()
    said = spoken("Where is it?")

    after = await store.append(it.id, said)

    async with store.open_work() as work:
        log = await work.reads.log(it.id, after=1)
    stored = await store.read(it.id)
    assert [(entry.seq, entry.event) for entry in log] == [(2, said)]
    assert log[0].at == after.updated_at == stored.updated_at
    assert replace(stored, as_of=after.as_of) == after


async def test_every_column_survives_a_whole_life(store: Store) -> None:
    agent = await store.helper()
    it = await store.started()
    life = (
        spoken(),
        answered(to=2),
        spoken("A person please"),
        asked(),
        AgentAccepted(agent=ref(agent)),
        NoteAdded(agent=ref(agent), client_message_id=MessageId(uuid4()), text="hm"),
        AgentVanished(agent=ref(agent)),
        AgentAccepted(agent=ref(agent)),
        HandedBack(agent=ref(agent)),
        spoken("Still there?"),
        AssistantFailed(in_reply_to=11, why=Failure.EMPTY, parts=(Choices(choices=(BUTTON,)),)),
        END,
    )

    for event in life:
        after = await store.append(it.id, event)
        stored = await store.read(it.id)

        assert replace(stored, as_of=after.as_of) == after
    async with store.open_work() as work:
        log = await work.reads.log(it.id)
    assert [entry.event for entry in log] == [opening(), *life]
    assert [entry.seq for entry in log] == list(range(1, len(life) + 2))


async def test_what_the_rules_forbid_is_not_stored(store: Store) -> None:
    it = await store.started()

    with pytest.raises(NotAllowedNow):
        await store.append(it.id, HandedBack(agent=ref(await store.helper())))

    assert (await store.read(it.id)).last_seq == 1


async def test_what_was_believed_and_is_not_so_any_more_is_a_conflict(store: Store) -> None:
    it = await store.started()
    await store.append(it.id, spoken())

    with pytest.raises(Conflict):
        async with store.open_work() as work:
            await work.conversations.append(it, spoken("too late"))

    assert (await store.read(it.id)).last_seq == 2


async def test_an_old_epoch_is_a_conflict_even_at_the_same_seq(store: Store) -> None:
    it = await store.started()
    current = await store.append(it.id, spoken())

    with pytest.raises(Conflict):
        async with store.open_work() as work:
            await work.conversations.append(replace(current, epoch=current.epoch + 1), spoken())


async def test_an_unknown_conversation_is_unknown_in_every_way(store: Store) -> None:
    nowhere = ConversationId(uuid4())

    with pytest.raises(Unknown):
        async with store.open_work() as work:
            await work.conversations.locked(nowhere)
    with pytest.raises(Unknown):
        await store.read(nowhere)


async def test_a_second_answer_to_a_message_is_a_conflict_whoever_believes_what(
    store: Store,
) -> None:
    it = await store.started()
    await store.append(it.id, spoken(), answered(to=2))
    now = await store.append(it.id, spoken())
    forgetful = replace(now, answered_seq=0)

    with pytest.raises(Conflict):
        async with store.open_work() as work:
            await work.conversations.append(forgetful, answered(to=2))


async def test_a_failed_work_leaves_nothing(store: Store) -> None:
    it = await store.started()

    async def fails() -> None:
        async with store.open_work() as work:
            await work.conversations.append(it, spoken())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fails()

    async with store.open_work() as work:
        assert len(await work.reads.log(it.id)) == 1


async def test_a_button_is_known_where_it_was_issued_and_nowhere_else(store: Store) -> None:
    here, elsewhere = await store.started(), await store.started()
    offer = replace(answered(to=2), parts=(Choices(choices=(BUTTON,)),))
    await store.append(here.id, spoken(), offer)

    async with store.open_work() as work:
        issued = await work.conversations.choice(here.id, BUTTON.id)
        foreign = await work.conversations.choice(elsewhere.id, BUTTON.id)
        invented = await work.conversations.choice(here.id, BUTTON.payload)

    assert (issued, foreign, invented) == (BUTTON, None, None)


async def test_a_visitors_conversation_moves_with_the_receipts_of_what_was_said(
    store: Store,
) -> None:
    it = await store.started()
    message = MessageId(uuid4())
    receipt = Receipt(conversation=it.id, seq=2, digest=b"digest")
    async with store.open_work() as work:
        await work.receipts.keep(it.customer, message, receipt)
        known = await work.customers.known(identity("lena"), it.language)

    async with store.open_work() as work:
        await work.conversations.move(it.id, known.id)

    async with store.open_work() as work:
        assert await work.receipts.first(known.id, message) == receipt
    assert (await store.read(it.id)).customer == known.id


async def test_an_open_conversation_cannot_move_to_somebody_who_has_one(store: Store) -> None:
    mine, theirs = await store.started(), await store.started()

    with pytest.raises(Conflict):
        async with store.open_work() as work:
            await work.conversations.move(theirs.id, mine.customer)
