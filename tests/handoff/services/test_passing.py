"""Cases change hands, are put off, and are followed; agents come and go."""

from datetime import datetime, timedelta

import pytest

from handoff.domain.conversation import State
from handoff.domain.errors import (
    AtCapacity,
    Invalid,
    NotAllowedNow,
    NotOwner,
    NotThere,
    StaleEpoch,
    Unknown,
)
from handoff.domain.people import Role, Status
from handoff.domain.queueing import Transferred, WakeReason, Woken
from tests.contract.store import ref
from tests.handoff.policy import ROUTING
from tests.handoff.services.house import House


async def _in(house: House, seconds: float) -> datetime:
    return house.memory.now() + timedelta(seconds=seconds)


async def test_passed_to_a_team_it_waits_for_that_team_with_the_note(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.owned(agent)

    after = await house.passing.to_team(agent, it.id, it.epoch, "Disputes", "client is angry")

    assert (after.state, after.team, after.owner) == (State.QUEUED, "Disputes", None)
    assert house.types(it)[-2:] == ["note_added", "transferred"]
    assert house.hints.dispatches == 1


async def test_a_team_that_there_is_not_is_named(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.owned(agent)

    with pytest.raises(Unknown, match="team: there is none called Nowhere"):
        await house.passing.to_team(agent, it.id, it.epoch, "Nowhere")


async def test_passed_to_an_agent_it_is_offered_to_them_and_nobody_else(house: House) -> None:
    amira, bo = await house.store.helper("Amira"), await house.store.helper("Bo", capacity=1)
    it = await house.store.owned(amira)

    after = await house.passing.to_agent(amira, it.id, it.epoch, bo.id, "please")

    assert after.offer is not None
    assert (after.state, after.offer.agent, after.owner) == (State.OFFERED, ref(bo), None)
    assert house.types(it)[-3:] == ["note_added", "transferred", "offered"]
    assert (await house.desk.accept(bo, it.id, after.epoch)).owner == ref(bo)


async def test_passed_to_somebody_who_does_not_answer_it_goes_on_to_others(house: House) -> None:
    amira, bo = await house.store.helper("Amira"), await house.store.helper("Bo")
    it = await house.store.owned(amira)
    await house.passing.to_agent(amira, it.id, it.epoch, bo.id)
    third = await house.store.helper("Cem")
    house.memory.elapsed += timedelta(seconds=ROUTING.offer_s + 1)

    await house.dispatch.pass_time()
    await house.dispatch.round()

    offer = (await house.read(it)).offer
    assert offer is not None
    assert offer.agent == ref(third)


async def test_only_somebody_who_is_there_and_has_a_place_can_be_passed_to(house: House) -> None:
    amira = await house.store.helper("Amira")
    full = await house.store.helper("Full", capacity=1)
    away, olga = await house.store.helper("Away"), await house.store.helper("O", role=Role.ADMIN)
    await house.store.owned(full)
    await house.presence.become(away.id, Status.AWAY)
    it = await house.store.owned(amira)

    for to, why in (
        (full.id, AtCapacity),
        (away.id, NotThere),
        (olga.id, NotThere),
        (amira.id, NotAllowedNow),
    ):
        with pytest.raises(why):
            await house.passing.to_agent(amira, it.id, it.epoch, to)
    assert (await house.read(it)).owner == ref(amira)


async def test_only_the_owner_of_the_current_epoch_passes_on(house: House) -> None:
    amira, bo = await house.store.helper("Amira"), await house.store.helper("Bo")
    it = await house.store.owned(amira)

    with pytest.raises(NotOwner):
        await house.passing.to_team(bo, it.id, it.epoch, "Disputes")
    with pytest.raises(NotOwner):
        await house.passing.to_agent(bo, it.id, it.epoch, amira.id)
    with pytest.raises(StaleEpoch):
        await house.passing.to_agent(amira, it.id, it.epoch - 1, bo.id)


async def test_a_lead_takes_over_and_the_one_before_writes_no_more(house: House) -> None:
    amira, lead = await house.store.helper("Amira"), await house.store.helper("Ruth")
    it = await house.store.owned(amira)

    after = await house.passing.take_over(lead, it.id, it.epoch)

    assert (after.owner, after.epoch) == (ref(lead), it.epoch + 1)
    with pytest.raises(StaleEpoch):
        await house.desk.hand_back(amira, it.id, it.epoch)


async def test_a_lead_takes_what_somebody_else_is_asked_to_take_within_capacity(
    house: House,
) -> None:
    await house.store.helper("Amira")
    it, more = await house.store.queued(), await house.store.queued()
    await house.dispatch.round()
    lead = await house.store.helper("Ruth", capacity=1)

    after = await house.passing.take_over(lead, it.id, it.epoch)

    assert (after.owner, after.offer) == (ref(lead), None)
    with pytest.raises(AtCapacity):
        await house.passing.take_over(lead, more.id, more.epoch)
    with pytest.raises(NotAllowedNow, match="yours already"):
        await house.passing.take_over(lead, it.id, after.epoch)


async def test_what_is_put_off_frees_its_place_and_comes_back_by_itself(house: House) -> None:
    agent = await house.store.helper(capacity=1)
    it = await house.store.owned(agent)

    put_off = await house.desk.snooze(agent, it.id, it.epoch, await _in(house, 30))
    await house.dispatch.pass_time()
    early = (await house.read(it)).state
    house.memory.elapsed += timedelta(seconds=31)
    await house.dispatch.pass_time()
    made = await house.dispatch.round()

    back = await house.read(it)
    assert (put_off.state, put_off.owner, early) == (State.SNOOZED, None, State.SNOOZED)
    assert Woken(why=WakeReason.TIME) in [entry.event for entry in house.log(it)]
    assert made == 1
    assert back.offer is not None
    assert back.offer.agent == ref(agent)


@pytest.mark.parametrize("until_s", [None, 3600.0])
async def test_a_reply_wakes_what_was_put_off(house: House, until_s: float | None) -> None:
    agent = await house.store.helper()
    it = await house.store.owned(agent)
    until = None if until_s is None else await _in(house, until_s)
    await house.desk.snooze(agent, it.id, it.epoch, until)
    told = house.hints.dispatches

    receipt = await house.say(it, "I have found it")

    woken = await house.read(it)
    assert (woken.state, woken.snoozed_until) == (State.QUEUED, None)
    assert woken.owed.answer_since is not None
    assert (receipt.seq, house.last(it)) == (woken.last_seq - 1, Woken(why=WakeReason.REPLY))
    assert house.hints.dispatches == told + 1


async def test_nothing_is_put_off_to_the_past(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.owned(agent)

    with pytest.raises(Invalid, match="until: must be in the future"):
        await house.desk.snooze(agent, it.id, it.epoch, await _in(house, -1))


async def test_what_was_put_off_can_be_taken_back_at_once(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.owned(agent)
    put_off = await house.desk.snooze(agent, it.id, it.epoch, None)

    after = await house.desk.accept(agent, it.id, put_off.epoch)

    assert (after.state, after.owner) == (State.AGENT, ref(agent))


async def test_following_again_adds_nothing(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.queued()

    once = await house.passing.follow(agent, it.id)
    again = await house.passing.follow(agent, it.id)
    ended = await house.passing.unfollow(agent, it.id)
    still = await house.passing.unfollow(agent, it.id)

    assert once.followers == {agent.id} == again.followers
    assert ended.followers == frozenset() == still.followers
    assert house.types(it)[-2:] == ["followed", "unfollowed"]


async def test_who_is_away_keeps_what_they_have_and_is_asked_no_more(house: House) -> None:
    agent = await house.store.helper()
    mine, asked = await house.store.owned(agent), await house.store.queued()
    await house.dispatch.round()

    await house.presence.become(agent.id, Status.AWAY)

    assert (await house.read(mine)).owner == ref(agent)
    assert (await house.read(asked)).state is State.QUEUED
    assert await house.dispatch.round() == 0


@pytest.mark.parametrize("status", [Status.AWAY_REASSIGN, Status.OFFLINE])
async def test_what_somebody_who_goes_has_is_given_to_others_at_once(
    house: House, status: Status
) -> None:
    agent = await house.store.helper("Amira")
    its = [await house.store.owned(agent) for _ in range(2)]
    await house.store.helper("Bo")

    await house.presence.become(agent.id, status)
    made = await house.dispatch.round()

    assert made == 2
    for it in its:
        assert Transferred(by=ref(agent)) in [entry.event for entry in house.log(it)]


async def test_who_comes_online_gets_what_waits(house: House) -> None:
    agent = await house.store.helper()
    await house.presence.become(agent.id, Status.OFFLINE)
    await house.store.queued()
    nobody = await house.dispatch.round()
    told = house.hints.dispatches

    await house.presence.become(agent.id, Status.ONLINE)

    assert house.hints.dispatches == told + 1
    assert (nobody, await house.dispatch.round()) == (0, 1)
