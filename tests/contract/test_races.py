"""Many at once on real PostgreSQL. Each test fails when the guard it names is taken out."""

import asyncio
from collections.abc import Awaitable, Iterable
from typing import TypeVar
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from handoff.domain.conversation import Conversation
from handoff.domain.errors import AlreadyClaimed, AtCapacity, Conflict, NotAllowedNow, Refused
from handoff.domain.events import CloseReason
from handoff.domain.ids import MessageId
from handoff.domain.people import Agent
from handoff.ports import Receipt, no_promise
from handoff.services.desk import Desk
from handoff.services.inbox import Inbox
from handoff.services.sweep import Sweep
from handoff.storage.conversations import SqlConversations
from tests.contract.store import Store, opening
from tests.databases import Database
from tests.fakes.outside import FakeHints, language_of
from tests.fakes.personal import FakeVault

MANY = 20

T = TypeVar("T")


async def _at_once(calls: Iterable[Awaitable[T]]) -> tuple[list[T], list[Refused]]:
    """What succeeded and what was refused; anything else fails the test."""
    results = await asyncio.gather(*calls, return_exceptions=True)
    done: list[T] = []
    refused: list[Refused] = []
    for result in results:
        match result:
            case Refused():
                refused.append(result)
            case BaseException():
                raise result
            case _:
                done.append(result)
    return done, refused


@pytest.fixture
def desk(postgres_store: Store) -> Desk:
    return Desk(
        open_work=postgres_store.open_work, hints=FakeHints(), lease_s=45, vault=FakeVault()
    )


@pytest.fixture
def inbox(postgres_store: Store) -> Inbox:
    return Inbox(postgres_store.open_work, language_of, FakeHints(), FakeVault())


async def test_of_many_agents_who_accept_at_once_one_owns_the_conversation(
    postgres_store: Store, desk: Desk
) -> None:
    it = await postgres_store.queued()
    agents = [await postgres_store.helper(f"Agent{n}") for n in range(MANY)]

    done, refused = await _at_once(desk.accept(agent, it.id, it.epoch) for agent in agents)

    stored = await postgres_store.read(it.id)
    assert len(done) == 1
    assert {type(why) for why in refused} == {AlreadyClaimed}
    assert stored.owner == done[0].owner
    assert (stored.last_seq, stored.epoch) == (it.last_seq + 1, it.epoch + 1)


@pytest.mark.parametrize("capacity", [1, 3])
async def test_an_agent_who_accepts_many_at_once_gets_no_more_than_their_capacity(
    postgres_store: Store, desk: Desk, capacity: int
) -> None:
    agent = await postgres_store.helper(capacity=capacity)
    its = [await postgres_store.queued() for _ in range(MANY)]

    done, refused = await _at_once(desk.accept(agent, it.id, it.epoch) for it in its)

    assert len(done) == capacity
    assert {type(why) for why in refused} == {AtCapacity}
    async with postgres_store.open_work() as work:
        assert sum((await work.agents.load(agent.id)).values()) == capacity


async def test_the_same_message_sent_many_times_at_once_is_one_event(
    postgres_store: Store, inbox: Inbox
) -> None:
    it, message = await postgres_store.started(), MessageId(uuid4())

    done, refused = await _at_once(
        inbox.say(it.customer, it.id, message, "hello") for _ in range(MANY)
    )

    assert refused == []
    assert {(receipt.conversation, receipt.seq) for receipt in done} == {(it.id, 2)}
    assert sorted(receipt.repeat for receipt in done) == [False] + [True] * (MANY - 1)
    assert (await postgres_store.read(it.id)).last_seq == 2


async def test_many_messages_at_once_get_every_seq_once(
    postgres_store: Store, inbox: Inbox
) -> None:
    it = await postgres_store.started()

    done, refused = await _at_once(
        inbox.say(it.customer, it.id, MessageId(uuid4()), f"message {n}") for n in range(MANY)
    )

    assert refused == []
    assert sorted(receipt.seq for receipt in done) == list(range(2, MANY + 2))


async def test_many_messages_to_a_closed_conversation_start_one_next(
    postgres_store: Store, inbox: Inbox
) -> None:
    it = await postgres_store.closed()

    done, refused = await _at_once(
        inbox.say(it.customer, it.id, MessageId(uuid4()), f"message {n}") for n in range(MANY)
    )

    stored = await postgres_store.read(it.id)
    assert refused == []
    assert {receipt.conversation for receipt in done} == {stored.next}


async def test_a_message_while_the_agent_closes_is_in_the_old_case_or_in_the_next(
    postgres_store: Store, desk: Desk, inbox: Inbox
) -> None:
    agent = await postgres_store.helper(capacity=MANY)
    its = [await postgres_store.owned(agent) for _ in range(MANY)]

    async def both(it: Conversation) -> Receipt:
        _, receipt = await asyncio.gather(
            desk.close(agent, it.id, it.epoch, CloseReason.RESOLVED),
            inbox.say(it.customer, it.id, MessageId(uuid4()), "one more thing"),
        )
        return receipt

    done, refused = await _at_once(map(both, its))

    assert refused == []
    for it, receipt in zip(its, done, strict=True):
        stored = await postgres_store.read(it.id)
        assert receipt.conversation in {it.id, stored.next}
        assert (await postgres_store.read(receipt.conversation)).last_seq >= receipt.seq


async def test_when_agent_and_sweep_act_at_once_one_of_them_is_right(
    postgres_store: Store, desk: Desk
) -> None:
    agent = await postgres_store.helper(capacity=MANY)
    its = [await postgres_store.owned(agent, lease_s=-1) for _ in range(MANY)]
    sweep = Sweep(postgres_store.open_work, FakeHints())

    released, (done, refused) = await asyncio.gather(
        sweep.release_abandoned(),
        _at_once(desk.close(agent, it.id, it.epoch, CloseReason.RESOLVED) for it in its),
    )

    assert released + len(done) == MANY
    assert len(refused) == released
    assert {type(why).code for why in refused} <= {"stale_epoch"}


async def test_two_sweeps_release_each_conversation_once(postgres_store: Store) -> None:
    agent = await postgres_store.helper(capacity=MANY)
    its = [await postgres_store.owned(agent, lease_s=-1) for _ in range(5)]
    sweep = Sweep(postgres_store.open_work, FakeHints())

    released = await asyncio.gather(*(sweep.release_abandoned() for _ in range(4)))

    assert sum(released) == len(its)
    assert [(await postgres_store.read(it.id)).last_seq - it.last_seq for it in its] == [1] * 5


async def test_two_relays_never_get_the_same_turn(postgres_store: Store, inbox: Inbox) -> None:
    its = [await postgres_store.started() for _ in range(MANY)]
    for it in its:
        await inbox.say(it.customer, it.id, MessageId(uuid4()), "hello")

    async def claim() -> list[Conversation]:
        async with postgres_store.open_work() as work:
            return [turn.conversation for turn in await work.turns.claim(7, 60)]

    claims = await asyncio.gather(*(claim() for _ in range(6)))

    taken = [it.id for claimed in claims for it in claimed]
    assert len(taken) == len(set(taken))
    assert set(taken) == {it.id for it in its}


async def test_guard_one_open_conversation(postgres_store: Store) -> None:
    customer = await postgres_store.visitor()

    done, refused = await _at_once(postgres_store.started(customer) for _ in range(5))

    assert len(done) == 1
    assert {type(why) for why in refused} == {Conflict}


async def test_guard_unique_receipt(postgres_store: Store) -> None:
    here, there = await postgres_store.started(), await postgres_store.started()
    message, sender = MessageId(uuid4()), uuid4()

    async def keep(it: Conversation) -> None:
        async with postgres_store.open_work() as work:
            receipt = Receipt(conversation=it.id, seq=2, digest=b"same")
            await work.receipts.keep(sender, message, receipt)

    done, refused = await _at_once([keep(here), keep(there)])

    assert (len(done), [type(why) for why in refused]) == (1, [Conflict])


async def test_guard_row_lock_of_a_conversation(postgres_store: Store, tables: Database) -> None:
    it = await postgres_store.started()

    async with postgres_store.open_work() as work:
        await work.conversations.locked(it.id)

        with pytest.raises(DBAPIError, match="lock timeout"):
            await _impatient(tables, it)


async def _impatient(tables: Database, it: Conversation) -> None:
    async with tables.engine.begin() as connection:
        await connection.execute(text("SET LOCAL lock_timeout = '50ms'"))
        await SqlConversations(connection, no_promise).locked(it.id)


async def test_guard_an_ended_epoch_writes_nothing(postgres_store: Store, desk: Desk) -> None:
    first, second = await postgres_store.helper("Amira"), await postgres_store.helper("Bo")
    it = await postgres_store.owned(first, lease_s=-1)
    await Sweep(postgres_store.open_work, FakeHints()).release_abandoned()
    again = await postgres_store.read(it.id)
    await desk.accept(second, it.id, again.epoch)

    late = [
        desk.say(first, it.id, MessageId(uuid4()), "late", it.epoch),
        desk.hand_back(first, it.id, it.epoch),
        desk.close(first, it.id, it.epoch, CloseReason.SPAM),
    ]
    done, refused = await _at_once(_as_object(call) for call in late)

    assert done == []
    assert [why.code for why in refused] == ["stale_epoch"] * 3


async def _as_object(call: Awaitable[object]) -> object:
    return await call


async def test_back_and_forth_at_once_never_leaves_two_owners(
    postgres_store: Store, desk: Desk
) -> None:
    agents = [await postgres_store.helper(f"Agent{n}", capacity=2) for n in range(4)]
    its = [await postgres_store.queued() for _ in range(6)]

    async def busy(agent: Agent) -> None:
        for it in its * 2:
            now = await postgres_store.read(it.id)
            try:
                owned = await desk.accept(agent, it.id, now.epoch)
                await desk.say(agent, it.id, MessageId(uuid4()), "hello", owned.epoch)
                await desk.close(agent, it.id, owned.epoch, CloseReason.RESOLVED)
            except (Conflict, NotAllowedNow):
                continue

    await asyncio.gather(*map(busy, agents))

    for it in its:
        async with postgres_store.open_work() as work:
            log = await work.reads.log(it.id)
        told = [entry.event.type for entry in log]
        assert told[3:] == ["agent_accepted", "agent_said", "closed"]


async def test_a_customer_starts_one_conversation_from_many_devices(
    postgres_store: Store,
) -> None:
    customer = await postgres_store.visitor()

    async def open_or_start() -> Conversation:
        async with postgres_store.open_work() as work:
            found = await work.conversations.open_of(customer)
            return found or await work.conversations.start(customer, opening())

    done, refused = await _at_once(open_or_start() for _ in range(8))

    assert len({it.id for it in done}) == 1
    assert {type(why) for why in refused} <= {Conflict}
