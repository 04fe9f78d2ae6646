"""Lists as the services read them, on the fake and on PostgreSQL."""

from statistics import pstdev
from uuid import uuid4

import pytest

from handoff.domain.events import AgentAccepted, Closed, CloseReason, NoteAdded
from handoff.domain.ids import ConversationId, MessageId
from handoff.domain.packet import Priority
from handoff.domain.people import Status
from handoff.domain.waiting import Staff
from tests.contract.store import Store, ref, spoken
from tests.handoff.domain.examples import packet

END = Closed(by="agent", reason=CloseReason.RESOLVED)


async def _seqs(store: Store, it: ConversationId, after: int, limit: int | None) -> list[int]:
    async with store.open_work() as work:
        return [entry.seq for entry in await work.reads.log(it, after, limit)]


@pytest.mark.parametrize(
    ("after", "limit", "seqs"),
    [
        (0, None, [1, 2, 3, 4]),
        (2, None, [3, 4]),
        (0, 2, [1, 2]),
        (2, 1, [3]),
        (4, None, []),
        (99, 5, []),
        (0, 0, []),
    ],
)
async def test_the_log_is_read_from_anywhere_in_order(
    store: Store, after: int, limit: int | None, seqs: list[int]
) -> None:
    it = await store.started()
    await store.append(it.id, spoken("a"), spoken("b"), spoken("c"))

    assert await _seqs(store, it.id, after, limit) == seqs


async def test_an_unknown_conversation_has_an_empty_log(store: Store) -> None:
    assert await _seqs(store, ConversationId(uuid4()), 0, None) == []


async def test_a_customers_conversations_come_open_first_then_newest_first(store: Store) -> None:
    first = await store.closed()
    second = await store.started(first.customer)
    await store.append(second.id, END)
    third = await store.started(first.customer)
    await store.started()

    async with store.open_work() as work:
        mine = await work.reads.of_customer(first.customer)

    assert [it.id for it in mine] == [third.id, second.id, first.id]


async def test_the_queue_goes_by_class_then_by_who_waits_longest(store: Store) -> None:
    rest = await store.queued(packet(priority=Priority.REST))
    stuck = await store.queued(packet(priority=Priority.STUCK))
    later = await store.queued(packet(priority=Priority.STUCK))
    security = await store.queued(packet(priority=Priority.SECURITY))
    await store.started()

    async with store.open_work() as work:
        queue = await work.reads.queue()

    assert queue == (security.id, stuck.id, later.id, rest.id)


async def test_whoever_was_accepted_waits_no_longer(store: Store) -> None:
    first, second = await store.queued(), await store.queued()

    await store.append(first.id, AgentAccepted(agent=ref(await store.helper())))

    async with store.open_work() as work:
        assert await work.reads.queue() == (second.id,)


async def test_the_staff_are_those_who_are_there_with_what_they_have_to_do(store: Store) -> None:
    amira, bo = await store.helper("Amira", capacity=3), await store.helper("Bo", capacity=2)
    away, gone = await store.helper("Cem", capacity=7), await store.helper("Di", capacity=7)
    await store.owned(amira)
    await store.owned(bo)
    await store.owned(away)
    async with store.open_work() as work:
        await work.agents.set_status(away.id, Status.AWAY)
    await store.disable(gone.id)

    async with store.open_work() as work:
        assert await work.reads.staff() == Staff(agents=2, capacity=5, busy=2, handling_s=None)


async def test_who_was_never_seen_is_not_there(store: Store) -> None:
    async with store.open_work() as work:
        assert await work.reads.staff() == Staff(agents=0, capacity=0, busy=0, handling_s=None)


async def test_how_long_a_chat_took_ends_with_its_end_whatever_is_noted_later(
    store: Store,
) -> None:
    agent = await store.helper()
    it = await store.owned(agent)
    closed = await store.append(it.id, END)
    note = NoteAdded(agent=ref(agent), client_message_id=MessageId(uuid4()), text="later")
    await store.append(it.id, note)

    async with store.open_work() as work:
        staff = await work.reads.staff()

    assert closed.closed_at is not None
    assert closed.accepted_at is not None
    took_s = (closed.closed_at - closed.accepted_at).total_seconds()
    assert staff.handling_s == pytest.approx(took_s, abs=1e-5)


async def test_how_much_chats_differ_is_told_in_proportion_to_their_length(store: Store) -> None:
    agent = await store.helper()
    first, second = await store.owned(agent), await store.owned(agent)
    ends = [await store.append(it.id, END) for it in (second, first)]

    async with store.open_work() as work:
        staff = await work.reads.staff()

    took = [(it.closed_at - it.accepted_at).total_seconds() for it in ends]  # type: ignore[operator]
    assert staff.handling_s is not None
    assert staff.spread is not None
    assert staff.spread * staff.handling_s == pytest.approx(pstdev(took), abs=1e-5)
    assert staff.spread > 0
