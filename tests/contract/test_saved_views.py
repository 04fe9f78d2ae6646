"""Lists that agents gave a name, on memory and on PostgreSQL."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from handoff.domain.conversation import State
from handoff.domain.errors import Conflict
from handoff.domain.ids import SavedViewId
from handoff.domain.packet import Priority
from handoff.domain.people import Language
from handoff.domain.views import Filters, SavedView, View
from tests.contract.store import Store


def _saved(name: str = "German and stuck") -> SavedView:
    filters = Filters(
        states=frozenset({State.QUEUED, State.AGENT}),
        language=Language.DE,
        priority=Priority.STUCK,
        since=datetime(2026, 11, 1, tzinfo=UTC),
    )
    return SavedView(id=SavedViewId(uuid4()), name=name, view=View.ALL, filters=filters)


async def test_a_view_is_kept_as_it_was_and_changed(store: Store) -> None:
    agent, saved = await store.helper(), _saved()
    other = replace(saved, name="Closed", view=View.CLOSED, filters=Filters())

    async with store.open_work() as work:
        await work.saved_views.keep(agent.id, saved)
        first = await work.saved_views.of(agent.id)
        await work.saved_views.keep(agent.id, other)
        then = await work.saved_views.of(agent.id)

    assert first == (saved,)
    assert then == (other,)


async def test_nobody_sees_changes_or_forgets_those_of_others(store: Store) -> None:
    mine, theirs = await store.helper("Amira"), await store.helper("Bo")
    saved = _saved()

    async with store.open_work() as work:
        await work.saved_views.keep(mine.id, saved)
        await work.saved_views.keep(theirs.id, replace(saved, name="taken over"))
        forgotten = await work.saved_views.forget(theirs.id, saved.id)
        kept = await work.saved_views.of(mine.id), await work.saved_views.of(theirs.id)
        gone = await work.saved_views.forget(mine.id, saved.id)

    assert (forgotten, gone) == (False, True)
    assert kept == ((saved,), ())


async def test_a_name_is_taken_once_an_agent(store: Store) -> None:
    agent = await store.helper()
    async with store.open_work() as work:
        await work.saved_views.keep(agent.id, _saved())

    with pytest.raises(Conflict):
        async with store.open_work() as work:
            await work.saved_views.keep(agent.id, _saved())
