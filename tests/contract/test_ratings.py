"""How conversations were for their customers, on the fake and on PostgreSQL."""

import pytest

from handoff.domain.ratings import Given, Rating
from tests.contract.store import Store

WELL = Rating(csat=5, effort=7, comment="Quick!")


async def _give(store: Store, rating: Rating) -> tuple[Given, Given | None]:
    it = await store.closed()
    async with store.open_work() as work:
        kept = await work.ratings.give(it.id, rating)
    async with store.open_work() as work:
        return kept, await work.ratings.of(it.id)


@pytest.mark.parametrize("rating", [WELL, Rating(csat=1)])
async def test_what_was_given_is_found_again(store: Store, rating: Rating) -> None:
    kept, found = await _give(store, rating)

    assert kept == found
    assert kept.rating == rating


async def test_the_first_word_holds(store: Store) -> None:
    it = await store.closed()
    async with store.open_work() as work:
        first = await work.ratings.give(it.id, WELL)

    async with store.open_work() as work:
        second = await work.ratings.give(it.id, Rating(csat=1))

    assert second == first


async def test_nothing_is_found_where_nothing_was_given(store: Store) -> None:
    it = await store.closed()

    async with store.open_work() as work:
        assert await work.ratings.of(it.id) is None
