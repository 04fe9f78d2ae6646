"""Offers, acceptances and changes of status at once, on real PostgreSQL.

Each test fails when the guard it names is taken out.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Coroutine, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import AlreadyClaimed, Refused
from handoff.domain.ids import MessageId
from handoff.domain.people import Agent, Status
from handoff.domain.queueing import DeclineReason, Offered, OfferLapsed, Snoozed
from handoff.domain.routing import calm
from handoff.services.desk import Desk
from handoff.services.dispatch import Dispatch
from handoff.services.inbox import Inbox
from handoff.services.offers import Offers
from handoff.services.passing import Passing
from handoff.services.presence import Presence
from handoff.storage.turn import alone_on
from tests.contract.store import Store, ref
from tests.databases import Database
from tests.fakes.outside import FakeHints, language_of
from tests.fakes.personal import FakeVault
from tests.handoff.policy import ROUTING

MANY = 12
WHY = {"de": "weil", "en": "because"}


@asynccontextmanager
async def _never_alone() -> AsyncIterator[bool]:
    """Dispatchers that do not wait for each other."""
    yield True


@dataclass(frozen=True, slots=True)
class Floor:
    """The services over one database."""

    store: Store
    desk: Desk
    offers: Offers
    passing: Passing
    presence: Presence
    dispatch: Dispatch

    async def offered(self, to: Agent, for_s: float = 30) -> Conversation:
        """Somebody is asked to take a case."""
        it = await self.store.queued()
        until = datetime.now(UTC) + timedelta(seconds=for_s)
        return await self.store.append(it.id, Offered(agent=ref(to), until=until, why=WHY))

    async def types(self, it: Conversation) -> list[str]:
        """What happened, by name."""
        async with self.store.open_work() as work:
            return [entry.event.type for entry in await work.reads.log(it.id)]

    async def load(self, agent: Agent) -> int:
        """What they own or are asked to take."""
        async with self.store.open_work() as work:
            return sum((await work.agents.load(agent.id)).values())


@pytest.fixture
def floor(postgres_store: Store) -> Floor:
    open_work, hints = postgres_store.open_work, FakeHints()
    desk = Desk(open_work, hints, 40, FakeVault())
    offers = Offers(open_work, hints, lambda: ROUTING, lambda: calm(ROUTING))
    passing = Passing(desk, offers)
    return Floor(
        store=postgres_store,
        desk=desk,
        offers=offers,
        passing=passing,
        presence=Presence(open_work, hints, 40, passing),
        dispatch=Dispatch(open_work, offers, _never_alone, 40),
    )


async def _both(*calls: Awaitable[Any]) -> list[Any]:
    """Results and refusals; anything else fails the test."""
    results = await asyncio.gather(*calls, return_exceptions=True)
    for it in results:
        if isinstance(it, BaseException) and not isinstance(it, Refused):
            raise it
    return results


async def _all(calls: Iterable[Coroutine[Any, Any, Any]]) -> list[Any]:
    return await _both(*calls)


async def test_guard_dispatchers_that_read_the_same_ask_once_and_within_capacity(
    floor: Floor,
) -> None:
    agents = [await floor.store.helper(f"Agent{n}", capacity=2) for n in range(4)]
    its = [await floor.store.queued() for _ in range(MANY)]

    made = await _all(floor.dispatch.round() for _ in range(4))
    asked = Counter([kind for it in its for kind in await floor.types(it)])
    loads = [await floor.load(agent) for agent in agents]
    last = await floor.dispatch.round()  # what stale views left to give

    assert asked["offered"] == sum(made) == sum(loads)
    assert max(loads) <= 2
    assert sum(made) + (last or 0) == 8
    assert [await floor.load(agent) for agent in agents] == [2] * 4


async def test_guard_offers_against_acceptances_by_hand_keep_to_capacity(floor: Floor) -> None:
    agent = await floor.store.helper(capacity=3)
    its = [await floor.store.queued() for _ in range(MANY)]

    await _both(
        *(floor.desk.accept(agent, it.id, it.epoch) for it in its[: MANY // 2]),
        *(floor.offers.offer(agent.id, it.id, WHY) for it in its[MANY // 2 :]),
    )

    assert await floor.load(agent) == 3


async def test_only_one_front_door_gives_out_at_a_time(floor: Floor, tables: Database) -> None:
    alone = alone_on(tables.engine)

    async with alone() as first, alone() as second:
        both = (first, second)
    async with alone() as third:
        assert (both, third) == ((True, False), True)


async def test_an_acceptance_against_its_lapse_owns_the_case_and_nothing_lapses_after(
    floor: Floor,
) -> None:
    agent = await floor.store.helper(capacity=MANY)
    its = [await floor.offered(agent, for_s=-1) for _ in range(MANY)]

    results = [
        await _both(floor.offers.lapse(agent.id, it.id), floor.desk.accept(agent, it.id, it.epoch))
        for it in its
    ]

    for it, (_, accepted) in zip(its, results, strict=True):
        assert accepted.owner == ref(agent)
        assert (await floor.types(it))[-1] == "agent_accepted"
        assert (await floor.store.read(it.id)).owner == ref(agent)


async def test_guard_of_the_one_who_is_asked_and_the_others_who_want_it_one_owns_it(
    floor: Floor,
) -> None:
    asked = await floor.store.helper("Amira", capacity=MANY)
    others = [await floor.store.helper(f"Other{n}", capacity=MANY) for n in range(3)]

    for _ in range(MANY):
        it = await floor.offered(asked)
        first, *rest = await _all(
            floor.desk.accept(agent, it.id, it.epoch) for agent in (asked, *others)
        )

        assert first.owner == ref(asked)
        assert {type(why) for why in rest} == {AlreadyClaimed}


async def test_guard_decline_against_lapse_one_of_them_is_logged(floor: Floor) -> None:
    agent = await floor.store.helper(capacity=MANY)

    for _ in range(MANY):
        it = await floor.offered(agent, for_s=-1)
        await _both(
            floor.offers.decline(agent, it.id, DeclineReason.BUSY),
            floor.offers.lapse(agent.id, it.id),
        )

        told = await floor.types(it)
        assert told[-2] == "offered"
        assert told[-1] in {"offer_declined", "offer_lapsed"}


async def test_two_lapses_at_once_are_one(floor: Floor) -> None:
    agent = await floor.store.helper(capacity=MANY)
    it = await floor.offered(agent, for_s=-1)

    lapsed = await _all(floor.offers.lapse(agent.id, it.id) for _ in range(4))

    assert sorted(lapsed) == [False, False, False, True]
    async with floor.store.open_work() as work:
        log = await work.reads.log(it.id, it.last_seq)
    assert [entry.event for entry in log] == [OfferLapsed(agent=ref(agent))]


@pytest.mark.parametrize("status", [Status.AWAY, Status.AWAY_REASSIGN, Status.OFFLINE])
async def test_guard_who_leaves_while_they_are_asked_is_left_with_no_offer(
    floor: Floor, status: Status
) -> None:
    agent = await floor.store.helper(capacity=MANY)
    its = [await floor.store.queued() for _ in range(MANY)]

    await _both(
        *(floor.offers.offer(agent.id, it.id, WHY) for it in its),
        floor.presence.become(agent.id, status),
    )

    assert await floor.load(agent) == 0
    assert {(await floor.store.read(it.id)).state for it in its} == {State.QUEUED}


async def test_guard_transfers_to_one_agent_keep_to_their_capacity(floor: Floor) -> None:
    owners = [await floor.store.helper(f"Owner{n}") for n in range(6)]
    to = await floor.store.helper("To", capacity=2)
    its = [await floor.store.owned(owner) for owner in owners]
    waits = [await floor.store.queued() for _ in range(4)]

    await _both(
        *(
            floor.passing.to_agent(owner, it.id, it.epoch, to.id)
            for owner, it in zip(owners, its, strict=True)
        ),
        *(floor.desk.accept(to, it.id, it.epoch) for it in waits),
    )

    assert await floor.load(to) == 2
    kept = [it for it in its if (await floor.store.read(it.id)).state is State.AGENT]
    assert len(kept) >= 4


async def test_a_take_over_against_the_owners_words_leaves_one_owner(floor: Floor) -> None:
    lead = await floor.store.helper("Ruth", capacity=MANY)
    agent = await floor.store.helper("Amira", capacity=MANY)

    for _ in range(MANY):
        it = await floor.store.owned(agent)
        _, taken = await _both(
            floor.desk.say(agent, it.id, MessageId(uuid4()), "one moment", it.epoch),
            floor.passing.take_over(lead, it.id, it.epoch),
        )

        told = await floor.types(it)
        assert taken.owner == ref(lead)
        assert (await floor.store.read(it.id)).owner == ref(lead)
        assert "agent_said" not in told[told.index("taken_over") :]


async def test_a_reply_against_the_time_wakes_once(floor: Floor) -> None:
    agent = await floor.store.helper(capacity=MANY)
    inbox = Inbox(floor.store.open_work, language_of, FakeHints(), FakeVault())

    for _ in range(MANY):
        it = await floor.store.owned(agent)
        put_off = Snoozed(agent=ref(agent), until=datetime.now(UTC))
        await floor.store.append(it.id, put_off)
        await _both(
            inbox.say(it.customer, it.id, MessageId(uuid4()), "here it is"),
            floor.dispatch.pass_time(),
        )

        told = Counter(await floor.types(it))
        assert (told["woken"], (await floor.store.read(it.id)).state) == (1, State.QUEUED)


async def test_whoever_is_gone_is_not_asked(floor: Floor) -> None:
    agent = await floor.store.helper()
    it = await floor.store.queued()
    await floor.store.disable(agent.id)

    assert not await floor.offers.offer(agent.id, it.id, WHY)
