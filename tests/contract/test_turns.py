"""The assistant's work list, on the fake and on PostgreSQL."""

from handoff.domain.guides import StepDone
from handoff.domain.ids import ConversationId
from handoff.ports import Turn
from tests.contract.store import Store, asked, spoken
from tests.handoff.domain.examples import answered

LEASE_S = 60.0


async def _claimed(store: Store, limit: int = 10, lease_s: float = LEASE_S) -> tuple[Turn, ...]:
    async with store.open_work() as work:
        return await work.turns.claim(limit, lease_s)


async def _ids(store: Store, limit: int = 10) -> list[ConversationId]:
    return [turn.conversation.id for turn in await _claimed(store, limit)]


async def test_what_a_customer_said_is_a_turn(store: Store) -> None:
    it = await store.started()
    said = spoken()
    await store.append(it.id, said)

    (turn,) = await _claimed(store)

    assert (turn.conversation.id, turn.seq, turn.said) == (it.id, 2, said)
    assert turn.customer.id == it.customer


async def test_where_nothing_was_said_there_is_no_turn(store: Store) -> None:
    await store.started()

    assert await _ids(store) == []


async def test_a_claimed_turn_is_nobody_elses(store: Store) -> None:
    it = await store.started()
    await store.append(it.id, spoken())

    first, second = await _ids(store), await _ids(store)

    assert (first, second) == ([it.id], [])


async def test_a_claim_lapses_by_itself(store: Store) -> None:
    it = await store.started()
    await store.append(it.id, spoken())
    await _claimed(store, lease_s=-1)

    assert await _ids(store) == [it.id]


async def test_a_released_turn_can_be_taken_again(store: Store) -> None:
    it = await store.started()
    await store.append(it.id, spoken())
    await _claimed(store)

    async with store.open_work() as work:
        await work.turns.release(it.id)

    assert await _ids(store) == [it.id]


async def test_an_answered_turn_is_gone_and_the_next_message_is_a_turn_at_once(
    store: Store,
) -> None:
    it = await store.started()
    await store.append(it.id, spoken("one"))
    await _claimed(store)
    await store.append(it.id, spoken("two"))
    await store.append(it.id, answered(to=2))

    (turn,) = await _claimed(store)

    assert (turn.seq, turn.said.parts) == (3, spoken("two").parts)


async def test_while_a_person_is_waited_for_there_is_no_turn(store: Store) -> None:
    it = await store.started()
    await store.append(it.id, spoken(), asked())

    assert await _ids(store) == []


async def test_no_more_turns_are_taken_than_asked_for_and_the_oldest_first(store: Store) -> None:
    its = [await store.started() for _ in range(3)]
    for it in reversed(its):
        await store.append(it.id, spoken())

    first, rest = await _ids(store, limit=2), await _ids(store)

    assert set(first) == {its[2].id, its[1].id}
    assert rest == [its[0].id]


async def test_failures_are_counted_until_the_turn_is_answered(store: Store) -> None:
    it = await store.started()
    await store.append(it.id, spoken())
    for failures in range(3):
        async with store.open_work() as work:
            (turn,) = await work.turns.claim(10, 60)
            assert turn.failures == failures
            await work.turns.release(it.id, failed=True)
    async with store.open_work() as work:
        await work.turns.release(it.id)
        (turn,) = await work.turns.claim(10, 60)
        assert turn.failures == 3

    await store.append(it.id, answered(to=turn.seq), spoken())

    async with store.open_work() as work:
        (fresh,) = await work.turns.claim(10, 60)
    assert fresh.failures == 0


async def test_a_turn_knows_what_its_customer_has_ticked_and_nobody_elses(store: Store) -> None:
    it, other = await store.started(), await store.started()
    for step, done in (("headline", True), ("text", True), ("headline", False)):
        async with store.open_work() as work:  # each at a time of its own
            await work.guides.tick(it.customer, StepDone(guide="profile", step=step, done=done))
    async with store.open_work() as work:
        ticks = await work.guides.ticks(it.customer)
    await store.append(it.id, spoken())
    await store.append(other.id, spoken())

    turns = {turn.conversation.id: turn.ticks for turn in await _claimed(store)}

    assert [(tick.step, tick.done) for tick in ticks] == [("text", True), ("headline", False)]
    assert turns == {it.id: ticks, other.id: ()}
