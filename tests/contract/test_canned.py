"""Canned replies, on the fake and on PostgreSQL."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from handoff.domain.canned import CannedReply
from handoff.domain.errors import Conflict
from handoff.domain.events import CloseReason
from handoff.domain.people import AgentRef, Language
from handoff.domain.replying import Steps
from tests.contract.store import Store


async def _reply(store: Store, **changes: Any) -> CannedReply:
    amira = await store.helper(name=f"Amira {uuid4()}")
    usual: dict[str, Any] = {
        "id": uuid4(),
        "shortcut": "look",
        "title": "Looking",
        "text": {Language.DE: "Ich sehe nach.", Language.EN: "I'll look."},
        "changed_at": datetime.now(UTC),
        "changed_by": AgentRef(id=amira.id, name=amira.name),
    }
    return CannedReply(**{**usual, **changes})


async def _put(store: Store, *replies: CannedReply) -> None:
    for reply in replies:
        async with store.open_work() as work:
            await work.canned.put(reply)


async def _all(store: Store) -> tuple[CannedReply, ...]:
    async with store.open_work() as work:
        return await work.canned.all()


async def test_replies_come_back_as_they_were_written_by_shortcut(store: Store) -> None:
    steps = Steps(tags=("bank",), close=CloseReason.RESOLVED)
    last = await _reply(store, shortcut="thanks", team="Payments", steps=steps)
    first = await _reply(store, steps=Steps(snooze_s=3600))

    await _put(store, last, first)

    assert await _all(store) == (first, last)
    async with store.open_work() as work:
        assert await work.canned.find(last.id) == last
        assert await work.canned.find(uuid4()) is None


@pytest.mark.parametrize("place", ["everybody", "team", "own"])
async def test_a_shortcut_is_refused_where_it_is_taken(store: Store, place: str) -> None:
    first = await _reply(store)
    where: dict[str, dict[str, Any]] = {
        "everybody": {},
        "team": {"team": "Payments"},
        "own": {"owner": first.changed_by},
    }
    places = where[place]
    taken = await _reply(store, **places)
    await _put(store, taken)

    with pytest.raises(Conflict):
        await _put(store, await _reply(store, **places))

    assert await _all(store) == (taken,)


async def test_the_same_shortcut_may_stand_in_other_places(store: Store) -> None:
    one, two = await _reply(store), await _reply(store)
    own = [await _reply(store, owner=each.changed_by) for each in (one, two)]
    team = await _reply(store, team="Payments")

    await _put(store, one, *own, team)

    assert len(await _all(store)) == 4


async def test_a_reply_is_changed_in_its_place_and_removed(store: Store) -> None:
    reply = await _reply(store)
    changed = await _reply(store, id=reply.id, title="Changed")
    await _put(store, reply, changed)

    async with store.open_work() as work:
        await work.canned.remove(reply.id)
        await work.canned.remove(reply.id)

    assert await _all(store) == ()
