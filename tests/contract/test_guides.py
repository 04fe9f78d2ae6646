"""What customers ticked, on the fake and on PostgreSQL."""

import pytest

from handoff.domain.guides import StepDone
from handoff.domain.ids import CustomerId
from tests.contract.store import Store


async def _tick(store: Store, customer: CustomerId, step: str, *, done: bool = True) -> None:
    async with store.open_work() as work:
        await work.guides.tick(customer, StepDone(guide="profile", step=step, done=done))


async def _ticks(store: Store, customer: CustomerId) -> list[tuple[str, bool]]:
    async with store.open_work() as work:
        return [(tick.step, tick.done) for tick in await work.guides.ticks(customer)]


async def test_somebody_new_has_ticked_nothing(store: Store) -> None:
    assert await _ticks(store, await store.visitor()) == []


async def test_the_latest_word_on_a_step_holds(store: Store) -> None:
    customer = await store.visitor()

    await _tick(store, customer, "headline")
    await _tick(store, customer, "text")
    await _tick(store, customer, "headline", done=False)

    assert await _ticks(store, customer) == [("text", True), ("headline", False)]


async def test_saying_the_same_again_changes_not_even_the_time(store: Store) -> None:
    customer = await store.visitor()
    await _tick(store, customer, "headline")
    await _tick(store, customer, "text")

    await _tick(store, customer, "headline")

    assert [step for step, _ in await _ticks(store, customer)] == ["headline", "text"]


async def test_what_others_ticked_is_theirs(store: Store) -> None:
    one, other = await store.visitor(), await store.visitor()

    await _tick(store, one, "headline")

    assert await _ticks(store, other) == []


@pytest.mark.parametrize("visitor_is_later", [True, False])
async def test_of_a_visitor_who_is_known_the_later_word_on_each_step_holds(
    store: Store, *, visitor_is_later: bool
) -> None:
    visitor, customer = await store.visitor(), await store.visitor()
    order = [(customer, False), (visitor, True)]
    for who, done in order if visitor_is_later else order[::-1]:
        await _tick(store, who, "headline", done=done)
    await _tick(store, visitor, "text")

    async with store.open_work() as work:
        await work.guides.move(visitor, customer)

    assert dict(await _ticks(store, customer)) == {"headline": visitor_is_later, "text": True}
    assert await _ticks(store, visitor) == []
