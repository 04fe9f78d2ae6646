"""The queue as its dispatcher reads it, on the fake and on PostgreSQL."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import Conflict, NotAllowedNow
from handoff.domain.events import AgentAccepted, Channel, Closed, CloseReason
from handoff.domain.ids import ConversationId
from handoff.domain.packet import Priority, Route, Target
from handoff.domain.people import Agent, Role, Status
from handoff.domain.queueing import (
    DeclineReason,
    Followed,
    OfferDeclined,
    Offered,
    OfferLapsed,
    Snoozed,
    TakenOver,
    Transferred,
    Unfollowed,
    WakeReason,
    Woken,
)
from handoff.ports import Queued
from tests.contract.store import Store, ref, spoken
from tests.handoff.domain.examples import packet

END = Closed(by="agent", reason=CloseReason.RESOLVED)
WHY = {"de": "weil", "en": "because"}
LATER = timedelta(seconds=30)


def offer(to: Agent, for_: timedelta = LATER) -> Offered:
    """For so long from now."""
    return Offered(agent=ref(to), until=datetime.now(UTC) + for_, why=WHY)


async def waiting(store: Store, limit: int = 100) -> list[Queued]:
    """Who could be offered to somebody."""
    async with store.open_work() as work:
        return list(await work.queue.waiting(None, limit))


def ids(queued: list[Queued]) -> list[ConversationId]:
    """In order."""
    return [it.case.conversation for it in queued]


async def test_what_is_offered_keeps_its_place_and_is_offered_to_nobody_else(store: Store) -> None:
    agent = await store.helper()
    first, second = await store.queued(), await store.queued()

    offered = await store.append(first.id, offer(agent))

    async with store.open_work() as work:
        line = await work.reads.queue()
    assert offered.state is State.OFFERED
    assert ids(await waiting(store)) == [second.id]
    assert line == (first.id, second.id)


async def test_a_stored_offer_is_the_one_that_was_made(store: Store) -> None:
    agent = await store.helper()
    it = await store.queued()

    after = await store.append(it.id, offer(agent))

    stored = await store.read(it.id)
    assert stored.offer == after.offer
    assert stored.offer is not None
    assert (stored.offer.agent, stored.offer.why) == (ref(agent), WHY)


@pytest.mark.parametrize("how", ["declined", "lapsed"])
async def test_whoever_said_no_is_known_to_the_next_round_of_offers(store: Store, how: str) -> None:
    agent = await store.helper()
    it = await store.queued()
    await store.append(it.id, offer(agent))
    declined = OfferDeclined(agent=ref(agent), reason=DeclineReason.BUSY)
    no = declined if how == "declined" else OfferLapsed(agent=ref(agent))

    after = await store.append(it.id, no)

    (queued,) = await waiting(store)
    assert (after.state, after.offer, after.epoch) == (State.QUEUED, None, it.epoch)
    assert queued.case.declined == {agent.id}


async def test_an_offer_is_answered_by_nobody_but_who_was_asked(store: Store) -> None:
    asked, other = await store.helper("Amira"), await store.helper("Bo")
    it = await store.queued()
    await store.append(it.id, offer(asked))

    for event in (
        AgentAccepted(agent=ref(other)),
        OfferLapsed(agent=ref(other)),
        OfferDeclined(agent=ref(other), reason=DeclineReason.OTHER),
    ):
        with pytest.raises(NotAllowedNow):
            await store.append(it.id, event)

    accepted = await store.append(it.id, AgentAccepted(agent=ref(asked)))
    assert (accepted.owner, accepted.offer) == (ref(asked), None)


async def test_a_stale_view_offers_nothing(store: Store) -> None:
    agent = await store.helper()
    it = await store.queued()
    await store.append(it.id, spoken("and another thing"))

    with pytest.raises(Conflict):
        async with store.open_work() as work:
            await work.conversations.append(it, offer(agent))


async def test_the_queue_is_read_page_by_page_without_gap_or_repeat(store: Store) -> None:
    for priority in (Priority.REST, Priority.SECURITY, Priority.STUCK, Priority.REST):
        await store.queued(packet(priority=priority))
    everything = await waiting(store)

    pages: list[Queued] = []
    after = None
    async with store.open_work() as work:
        while page := await work.queue.waiting(after, 1):
            after = page[-1].key
            pages += page

    assert len(everything) == 4
    assert ids(pages) == ids(everything)
    assert [it.key for it in everything] == sorted(it.key for it in everything)


async def test_a_case_is_as_its_packet_says(store: Store) -> None:
    route = Route(
        rule="payouts",
        targets=(Target(team="Payments", timeout_s=60), Target()),
        priority=Priority.SECURITY,
        why=WHY,
    )
    it = await store.queued(packet(priority=Priority.REST, route=route))

    (queued,) = await waiting(store)

    assert queued.case.route == route
    assert queued.case.waiting_since == it.queued_at
    assert (queued.case.channel, queued.case.language) == (Channel.WEB, it.language)
    assert queued.key == (Priority.SECURITY.rank, it.waiting_since, it.id)
    assert it.team == "Payments"


async def test_a_packet_from_before_there_were_routes_is_for_anybody(store: Store) -> None:
    await store.queued(packet(priority=Priority.STUCK))

    (queued,) = await waiting(store)

    assert queued.case.route.targets == (Target(),)
    assert queued.case.route.priority is Priority.STUCK


async def test_who_helped_last_is_known_when_it_waits_again_and_in_the_next_case(
    store: Store,
) -> None:
    agent = await store.helper()
    it = await store.owned(agent)
    await store.append(it.id, Snoozed(agent=ref(agent), until=None))
    await store.append(it.id, Woken(why=WakeReason.REPLY))
    (again,) = await waiting(store)
    await store.append(it.id, Closed(by="customer", reason=CloseReason.CUSTOMER_LEFT))

    following = await store.started(it.customer, it.id)

    assert again.case.last_agent == agent.id
    assert following.last_agent == ref(agent)


async def test_a_transfer_to_a_team_changes_the_route_and_forgets_who_had_it(store: Store) -> None:
    agent = await store.helper()
    it = await store.owned(agent)

    after = await store.append(it.id, Transferred(by=ref(agent), to_team="Disputes"))

    (queued,) = await waiting(store)
    assert (after.state, after.owner, after.epoch) == (State.QUEUED, None, it.epoch + 1)
    assert (after.team, (await store.read(it.id)).team) == ("Disputes", "Disputes")
    assert queued.case.route.targets[0].team == "Disputes"
    assert queued.case.last_agent is None
    assert queued.case.declined == {agent.id}


async def test_a_lead_who_takes_over_owns_it(store: Store) -> None:
    agent, lead = await store.helper("Amira"), await store.helper("Ruth")
    it = await store.owned(agent)

    after = await store.append(it.id, TakenOver(agent=ref(agent), by=ref(lead)))

    stored = await store.read(it.id)
    assert (after.owner, after.epoch) == (ref(lead), it.epoch + 1)
    assert (stored.owner, stored.last_agent) == (ref(lead), ref(lead))


async def test_followers_are_kept(store: Store) -> None:
    agent, other = await store.helper("Amira"), await store.helper("Bo")
    it = await store.queued()

    both = await store.append(it.id, Followed(agent=ref(agent)), Followed(agent=ref(other)))
    await store.append(it.id, Unfollowed(agent=ref(agent)))

    assert both.followers == {agent.id, other.id}
    assert (await store.read(it.id)).followers == {other.id}


async def test_an_offer_whose_time_is_over_is_found(store: Store) -> None:
    agent = await store.helper()
    late, open_ = await store.queued(), await store.queued()
    await store.append(late.id, offer(agent, -timedelta(seconds=1)))
    await store.append(open_.id, offer(agent))

    async with store.open_work() as work:
        assert await work.queue.lapsed() == ((late.id, agent.id),)


async def test_what_was_put_off_until_now_is_found(store: Store) -> None:
    agent = await store.helper(capacity=9)
    due, later, until_reply = [await store.owned(agent) for _ in range(3)]
    now = datetime.now(UTC)
    for it, until in ((due, now), (later, now + LATER), (until_reply, None)):
        await store.append(it.id, Snoozed(agent=ref(agent), until=until))

    async with store.open_work() as work:
        assert await work.queue.to_wake() == (due.id,)


async def test_waiting_moves_a_case_up_class_by_class(store: Store) -> None:
    rest = await store.queued(packet(priority=Priority.REST))
    security = await store.queued(packet(priority=Priority.SECURITY))

    async def rank(ageing_s: float) -> int:
        async with store.open_work() as work:
            await work.queue.age(ageing_s)
        return next(it.key[0] for it in await waiting(store) if it.case.conversation == rest.id)

    assert await rank(3600) == Priority.REST.rank
    assert ids(await waiting(store)) == [security.id, rest.id]


async def test_who_has_waited_long_enough_is_first_class(store: Store) -> None:
    rest = await store.queued(packet(priority=Priority.REST))
    await store.queued(packet(priority=Priority.SECURITY))

    async with store.open_work() as work:
        moved = await work.queue.age(1e-6)
        again = await work.queue.age(1e-6)

    assert (moved, again) == ((rest.id,), ())
    (first, *_) = await waiting(store)
    assert (first.key[0], first.case.conversation) == (0, rest.id)


async def test_candidates_come_with_all_they_own_and_are_offered(store: Store) -> None:
    amira, bo = await store.helper("Amira", capacity=3), await store.helper("Bo", capacity=2)
    await store.owned(amira)
    it = await store.queued()
    await store.append(it.id, offer(amira))

    async with store.open_work() as work:
        first, second = await work.queue.candidates(40)
        load = await work.agents.load(amira.id)

    assert (first.agent.id, dict(first.load), first.free) == (amira.id, {Channel.WEB: 2}, 1)
    assert (second.agent.id, dict(second.load), second.free) == (bo.id, {}, 2)
    assert dict(load) == {Channel.WEB: 2}
    assert first.here
    assert second.here


async def test_who_is_not_there_or_may_not_answer_is_not_asked(store: Store) -> None:
    away = await store.helper("Away")
    async with store.open_work() as work:
        await work.agents.set_status(away.id, Status.AWAY)
    gone = await store.helper("Gone")
    await store.disable(gone.id)
    for role in (Role.ADMIN, Role.AUDITOR):
        await store.helper(role.value, role=role)

    async with store.open_work() as work:
        (candidate,) = await work.queue.candidates(40)
        (unheard,) = await work.queue.candidates(-1)

    assert (candidate.agent.id, candidate.here) == (away.id, False)
    assert not unheard.here


async def test_who_lets_offers_lapse_again_and_again_is_away(store: Store) -> None:
    agent = await store.helper()

    async with store.open_work() as work:
        first = await work.agents.missed(agent.id)
        await work.agents.declined(agent.id)
        again = [await work.agents.missed(agent.id) for _ in range(2)]

    assert first is Status.ONLINE
    assert again == [Status.ONLINE, Status.AWAY]


async def test_who_took_something_last_is_the_least_idle(store: Store) -> None:
    amira, bo = await store.helper("Amira"), await store.helper("Bo")

    async with store.open_work() as work:
        await work.agents.took(amira.id, 40)
    async with store.open_work() as work:
        await work.agents.declined(bo.id)
        first, second = await work.queue.candidates(40)

    assert (first.agent.id, second.agent.id) == (amira.id, bo.id)
    assert first.idle_since > second.idle_since


async def test_what_an_agent_can_do_changes_but_not_who_they_are(store: Store) -> None:
    agent = await store.helper("Amira", capacity=3)
    skilled = {"skills": ("disputes",), "levels": {"disputes": 4}, "capacity": 1}

    async with store.open_work() as work:
        known = await work.agents.agent(agent.id)
        await work.agents.equip(agent_with(known, **skilled))
        after = await work.agents.agent(agent.id)

    assert (after.skills, after.levels, after.capacity) == (("disputes",), {"disputes": 4}, 1)
    assert (after.name, after.status, after.role) == ("Amira", Status.ONLINE, Role.AGENT)


async def test_what_an_agent_owns_and_is_asked_to_take(store: Store) -> None:
    agent = await store.helper()
    mine = await store.owned(agent)
    asked: Conversation = await store.queued()
    await store.append(asked.id, offer(agent))

    async with store.open_work() as work:
        assert await work.agents.owned(agent.id) == (mine.id,)
        assert await work.agents.offered(agent.id) == (asked.id,)


def agent_with(agent: Agent, **changes: object) -> Agent:
    """The same one, otherwise."""
    return replace(agent, **changes)  # type: ignore[arg-type]  # keys are fields of Agent
