"""One agent at a time is asked, and the queue moves whenever it can."""

from datetime import timedelta

import pytest

from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import AlreadyClaimed, AtCapacity, NotAllowedNow
from handoff.domain.people import Agent, Role, Status
from handoff.domain.queueing import DeclineReason, OfferDeclined, Offered, OfferLapsed
from tests.contract.store import ref
from tests.handoff.policy import ROUTING
from tests.handoff.services.house import House


async def _offered(house: House, it: Conversation) -> Agent | None:
    """Who is asked to take it, by name."""
    offer = (await house.read(it)).offer
    return house.memory.agents[offer.agent.id].agent if offer else None


async def test_whoever_waits_is_offered_to_somebody_for_as_long_as_the_team_decided(
    house: House,
) -> None:
    agent = await house.store.helper()
    it = await house.store.queued()

    made = await house.dispatch.round()

    offered = house.last(it)
    assert made == 1
    assert isinstance(offered, Offered)
    assert (offered.agent, set(offered.why)) == (ref(agent), {"de", "en"})
    assert offered.until == house.log(it)[-1].at + timedelta(seconds=ROUTING.offer_s)


async def test_nobody_is_offered_more_than_they_can_have(house: House) -> None:
    agent = await house.store.helper(capacity=2)
    its = [await house.store.queued() for _ in range(3)]

    made = [await house.dispatch.round() for _ in range(2)]

    assert made == [2, 0]
    assert [(await house.read(it)).state for it in its] == ["offered", "offered", "queued"]
    with pytest.raises(AtCapacity):
        await house.desk.accept(agent, its[2].id, its[2].epoch)


async def test_accepting_an_offer_needs_no_further_place(house: House) -> None:
    agent = await house.store.helper(capacity=1)
    it = await house.store.queued()
    await house.dispatch.round()

    after = await house.desk.accept(agent, it.id, it.epoch)

    assert (after.state, after.owner, after.offer) == (State.AGENT, ref(agent), None)


async def test_what_somebody_is_asked_to_take_nobody_else_can(house: House) -> None:
    await house.store.helper("Amira")
    it = await house.store.queued()
    await house.dispatch.round()
    other = await house.store.helper("Bo")

    with pytest.raises(AlreadyClaimed, match="Amira is being asked"):
        await house.desk.accept(other, it.id, it.epoch)


async def test_an_agent_who_sees_a_waiting_chat_may_take_it_unasked(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.queued()

    after = await house.desk.accept(agent, it.id, it.epoch)

    assert after.owner == ref(agent)


async def test_what_one_declines_goes_to_the_next_at_once_and_not_back(house: House) -> None:
    first, second = await house.store.helper("Amira"), await house.store.helper("Bo")
    it = await house.store.queued()
    await house.dispatch.round()
    asked = await _offered(house, it)
    assert asked is not None
    told = house.hints.dispatches

    await house.offers.decline(asked, it.id, DeclineReason.BUSY)
    await house.dispatch.round()

    then = await _offered(house, it)
    assert then is not None
    assert {asked.id, then.id} == {first.id, second.id}
    assert house.hints.dispatches == told + 1
    assert OfferDeclined(agent=asked.ref, reason=DeclineReason.BUSY) in [
        entry.event for entry in house.log(it)
    ]


async def test_who_is_alone_is_asked_again_only_after_a_while(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.queued()
    await house.dispatch.round()
    await house.offers.decline(agent, it.id, DeclineReason.BREAK)

    at_once = await house.dispatch.round()
    house.memory.elapsed += timedelta(seconds=61)
    await house.presence.beat(agent.id)
    later = await house.dispatch.round()

    assert (at_once, later) == (0, 1)


async def test_only_who_is_asked_can_decline(house: House) -> None:
    agent = await house.store.helper("Amira")
    it = await house.store.queued()
    await house.dispatch.round()
    other = await house.store.helper("Bo")

    with pytest.raises(NotAllowedNow):
        await house.offers.decline(other, it.id, DeclineReason.OTHER)
    await house.offers.decline(agent, it.id, DeclineReason.OTHER)
    with pytest.raises(NotAllowedNow):
        await house.offers.decline(agent, it.id, DeclineReason.OTHER)


async def test_an_offer_lapses_when_its_time_is_over_and_not_before(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.queued()
    await house.dispatch.round()

    await house.dispatch.pass_time()
    still = (await house.read(it)).state
    house.memory.elapsed += timedelta(seconds=ROUTING.offer_s + 1)
    await house.dispatch.pass_time()

    assert (still, (await house.read(it)).state) == (State.OFFERED, State.QUEUED)
    assert house.last(it) == OfferLapsed(agent=ref(agent))


async def test_a_lapse_that_comes_after_the_acceptance_changes_nothing(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.queued()
    await house.dispatch.round()
    house.memory.elapsed += timedelta(seconds=ROUTING.offer_s + 1)
    await house.desk.accept(agent, it.id, it.epoch)

    lapsed = await house.offers.lapse(agent.id, it.id)

    assert not lapsed
    assert (await house.read(it)).owner == ref(agent)


async def test_who_lets_two_offers_lapse_is_away_and_asked_no_more(house: House) -> None:
    agent = await house.store.helper()
    await house.store.queued()
    for _ in range(2):
        await house.presence.beat(agent.id)
        await house.dispatch.round()
        house.memory.elapsed += timedelta(seconds=ROUTING.offer_s + 1)
        await house.dispatch.pass_time()
        house.memory.elapsed += timedelta(seconds=61)

    await house.presence.beat(agent.id)

    assert house.memory.agents[agent.id].agent.status is Status.AWAY
    assert await house.dispatch.round() == 0


async def test_a_lapsed_offer_can_be_taken_late_while_nobody_else_is_asked(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.queued()
    await house.dispatch.round()
    house.memory.elapsed += timedelta(seconds=ROUTING.offer_s + 1)
    await house.dispatch.pass_time()

    after = await house.desk.accept(agent, it.id, it.epoch)

    assert after.owner == ref(agent)


@pytest.mark.parametrize("role", [Role.ADMIN, Role.AUDITOR])
async def test_who_may_not_answer_is_never_asked(house: House, role: Role) -> None:
    someone = await house.store.helper("Olga", role=role)
    it = await house.store.queued()

    assert await house.dispatch.round() == 0
    assert not await house.offers.offer(someone.id, it.id, {})
    assert (await house.read(it)).state is State.QUEUED


async def test_whoever_has_gone_away_meanwhile_is_not_asked(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.queued()
    await house.presence.become(agent.id, Status.AWAY)

    assert not await house.offers.offer(agent.id, it.id, {})


async def test_whose_console_is_silent_is_not_asked_before_it_is_heard_again(house: House) -> None:
    agent = await house.store.helper()
    await house.store.queued()
    house.memory.elapsed += timedelta(seconds=41)

    silent = await house.dispatch.round()
    await house.presence.arrive(agent.id)
    back = await house.dispatch.round()

    assert (silent, back) == (0, 1)


async def test_a_case_that_nobody_fits_does_not_hold_up_the_next(house: House) -> None:
    agent = await house.store.helper(capacity=2)
    first, second = await house.store.queued(), await house.store.queued()
    await house.dispatch.round()
    await house.offers.decline(agent, first.id, DeclineReason.WRONG_SKILL)

    await house.dispatch.round()

    assert (await house.read(first)).state is State.QUEUED
    assert (await house.read(second)).state is State.OFFERED


async def test_only_one_dispatcher_at_a_time_gives_out(house: House) -> None:
    await house.store.helper()
    await house.store.queued()

    async with house.dispatch.alone() as mine:
        made = await house.dispatch.round()

    assert mine
    assert made is None
    assert await house.dispatch.round() == 1


async def test_more_who_wait_than_fit_a_page_are_all_given_out(house: House) -> None:
    await house.store.helper("Amira", capacity=205)
    for _ in range(203):
        await house.store.queued()

    assert await house.dispatch.round() == 203
