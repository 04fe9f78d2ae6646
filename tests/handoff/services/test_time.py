"""Time passes: agents vanish, relays look for work, people wait."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from uuid import uuid4

from handoff.domain.conversation import State
from handoff.domain.errors import Unavailable
from handoff.domain.events import AgentVanished
from handoff.domain.ids import MessageId
from handoff.domain.packet import Priority
from handoff.domain.routing import Surge
from handoff.ports import OpenWork, Work
from handoff.services.rounds import Pace, Rounds
from handoff.services.waiting import Waiting
from tests.contract.store import ref
from tests.fakes.outside import FakeHours, saying
from tests.handoff.domain.examples import MONDAY, packet
from tests.handoff.services.house import LEASE_S, House

SOON_S = 5.0
HASTY = Pace(at_once=2, lease_s=60, look_every_s=0.01)
BY_HINTS_ONLY = Pace(at_once=2, lease_s=60, look_every_s=3600)


async def test_whose_agent_vanished_waits_again(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.owned(agent, LEASE_S)
    house.memory.elapsed = timedelta(seconds=LEASE_S + 1)

    released = await house.sweep.release_abandoned()

    after = await house.read(it)
    assert (released, after.state, after.owner) == (1, State.QUEUED, None)
    assert house.last(it) == AgentVanished(agent=ref(agent))
    assert house.hints.told == [it.id]


async def test_a_second_sweep_finds_nothing_left(house: House) -> None:
    it = await house.store.owned(await house.store.helper(), lease_s=-1)

    released = [await house.sweep.release_abandoned() for _ in range(2)]

    assert released == [1, 0]
    assert house.types(it).count("agent_vanished") == 1


async def test_a_sign_of_life_keeps_the_chat(house: House) -> None:
    agent = await house.store.helper()
    it = await house.store.owned(agent, LEASE_S)
    house.memory.elapsed = timedelta(seconds=LEASE_S - 1)
    await house.presence.beat(agent.id)
    house.memory.elapsed = timedelta(seconds=LEASE_S + 10)

    assert await house.sweep.release_abandoned() == 0
    assert (await house.read(it)).owner == ref(agent)


async def test_what_the_vanished_agent_still_sends_is_refused_and_the_next_one_has_it(
    house: House,
) -> None:
    it = await house.store.owned(await house.store.helper("Amira"), lease_s=-1)
    await house.sweep.release_abandoned()
    waiting = await house.read(it)
    bo = await house.store.helper("Bo")

    after = await house.desk.accept(bo, it.id, waiting.epoch)

    assert after.owner == ref(bo)
    assert after.epoch == it.epoch + 2


@asynccontextmanager
async def _rounds(
    house: House, pace: Pace, open_look: OpenWork | None = None
) -> AsyncIterator[Rounds]:
    rounds = Rounds(open_look=open_look or house.open_work, relay=house.relay, pace=pace)
    running = asyncio.create_task(rounds.run())
    try:
        yield rounds
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def _settled(house: House) -> None:
    """Nothing said is unanswered."""
    async with asyncio.timeout(SOON_S):
        while any(it.awaits_assistant for it in house.memory.conversations.values()):  # noqa: ASYNC110  # the relay tells nobody but the log
            await asyncio.sleep(0.005)


async def test_a_relay_looks_for_itself_when_nobody_wakes_it(house: House) -> None:
    its = [await house.store.started() for _ in range(5)]
    async with _rounds(house, HASTY):
        for it in its:
            await house.say(it, "one")
            await house.say(it, "two")
        await _settled(house)

    for it in its:
        assert house.types(it).count("assistant_said") == 2


async def test_a_relay_that_is_woken_does_not_wait_for_its_next_look(house: House) -> None:
    it = await house.store.started()
    async with _rounds(house, BY_HINTS_ONLY) as rounds:
        await asyncio.sleep(0)
        await house.say(it)
        rounds.wake(it.id, None)
        await _settled(house)

    assert house.types(it)[-1] == "assistant_said"


async def test_several_relays_answer_each_message_once(house: House) -> None:
    its = [await house.store.started() for _ in range(8)]
    for it in its:
        await house.say(it)
    async with _rounds(house, HASTY), _rounds(house, HASTY), _rounds(house, HASTY):
        await _settled(house)

    assert [house.types(it).count("assistant_said") for it in its] == [1] * 8
    assert len(house.assistant.asked) == 8


async def test_one_slow_turn_does_not_hold_up_the_others(house: House) -> None:
    slow, quick = await house.store.started(), await house.store.started()
    house.assistant.gate = asyncio.Event()
    async with _rounds(house, HASTY) as rounds:
        await house.say(slow)
        await house.assistant.listening.wait()
        blocked, house.assistant.gate = house.assistant.gate, None
        await house.say(quick)
        rounds.wake(quick.id, None)
        async with asyncio.timeout(SOON_S):
            while house.types(quick)[-1] != "assistant_said":  # noqa: ASYNC110  # as above
                await asyncio.sleep(0.005)
        waiting = house.types(slow)[-1]
        blocked.set()
        await _settled(house)

    assert waiting == "customer_said"


async def test_a_relay_survives_whatever_goes_wrong(house: House) -> None:
    it = await house.store.started()
    troubles: list[Exception] = [Unavailable("away"), ValueError("a damaged row"), OSError()]

    @asynccontextmanager
    async def troubled() -> AsyncIterator[Work]:
        if troubles:
            raise troubles.pop()
        async with house.open_work() as work:
            yield work

    await house.say(it)
    async with _rounds(house, HASTY, troubled):
        await _settled(house)

    assert house.types(it)[-1] == "assistant_said"


async def test_a_turn_that_failed_is_tried_again(house: House) -> None:
    it = await house.store.started()
    await house.say(it)
    broken = saying("…")
    house.assistant.answers = [broken]
    object.__setattr__(broken, "parts", None)
    async with _rounds(house, HASTY):
        await _settled(house)

    assert house.types(it) == ["started", "customer_said", "assistant_said"]


async def test_a_relay_that_stops_leaves_its_turns_to_others(house: House) -> None:
    it = await house.store.started()
    house.assistant.gate = asyncio.Event()
    await house.say(it)
    async with _rounds(house, HASTY):
        await house.assistant.listening.wait()

    house.assistant.gate = None
    await house.carry_all()

    assert house.types(it) == ["started", "customer_said", "assistant_said"]


async def test_a_relay_that_is_woken_and_stopped_at_once_stops(house: House) -> None:
    it = await house.store.started()
    rounds = Rounds(open_look=house.open_work, relay=house.relay, pace=BY_HINTS_ONLY)
    running = asyncio.create_task(rounds.run())
    for _ in range(20):
        await asyncio.sleep(0)

    rounds.wake(it.id, None)
    await asyncio.sleep(0)
    running.cancel()
    await asyncio.wait([running], timeout=SOON_S)

    assert running.cancelled()


async def test_everybody_who_waits_has_a_place_and_an_expected_wait(house: House) -> None:
    rest = await house.store.queued(packet(priority=Priority.REST))
    security = await house.store.queued(packet(priority=Priority.SECURITY))
    await house.store.helper(capacity=1)

    places = await Waiting(house.open_work, FakeHours(), lambda: MONDAY, Surge).places()

    assert [(places[it.id].place, places[it.id].expected_wait_s) for it in (security, rest)] == [
        (1, 30),
        (2, 388),
    ]
    assert all(place.open and place.opens_at is None for place in places.values())


async def test_outside_opening_hours_nobody_promises_a_wait(house: House) -> None:
    it = await house.store.queued()
    await house.store.helper()

    places = await Waiting(house.open_work, FakeHours(open=False), lambda: MONDAY, Surge).places()

    place = places[it.id]
    assert (place.place, place.open, place.expected_wait_s) == (1, False, None)
    assert place.opens_at == MONDAY + timedelta(hours=1)


async def test_nobody_waits_in_an_empty_queue(house: House) -> None:
    await house.say(await house.store.started())

    assert await Waiting(house.open_work, FakeHours(), lambda: MONDAY, Surge).places() == {}


async def test_a_message_to_the_next_case_is_a_turn_of_its_own(house: House) -> None:
    it = await house.store.closed()
    await house.inbox.say(it.customer, it.id, MessageId(uuid4()), "one more thing")

    (turn,) = await house.turns()

    assert turn.conversation.previous == it.id
