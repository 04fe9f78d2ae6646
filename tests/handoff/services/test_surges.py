"""A rush by a clock that the test drives: it is noticed, acts, is undone, and is on record."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from handoff.domain.conversation import Conversation, State
from handoff.domain.events import Closed, CloseReason
from handoff.domain.packet import Packet, Priority, Route, Target
from handoff.domain.people import Agent
from handoff.domain.routing import calm
from handoff.services.dispatch import Dispatch
from handoff.services.offers import Offers
from handoff.services.surges import Surges
from handoff.services.waiting import Waiting
from tests.contract.store import ref
from tests.fakes.outside import FakeHours
from tests.fakes.queue import alone_in
from tests.handoff.domain.examples import MONDAY, packet
from tests.handoff.policy import ROUTING
from tests.handoff.services.house import House

LIGHT, HEAVY = ROUTING.surge
LOOK_S = 10
END = Closed(by="customer", reason=CloseReason.CUSTOMER_LEFT)


@dataclass(slots=True)
class Day:
    """A house whose clock goes on by looks."""

    house: House
    is_open: bool = True
    waiting: list[Conversation] = field(default_factory=list)

    def replica(self) -> Surges:
        """One more front door over the same database."""
        house = self.house
        return Surges(house.open_work, lambda: ROUTING, lambda: self.is_open, house.hints)

    async def goes_on(self, surges: Surges, seconds: float) -> None:
        """Consoles stay alive, and the rush is looked at every ten seconds."""
        for _ in range(0, int(seconds), LOOK_S):
            self.house.memory.elapsed += timedelta(seconds=LOOK_S)
            async with self.house.open_work() as work:
                for agent in self.house.memory.agents:
                    await work.agents.beat(agent, 40)
            await surges.look()

    async def come(self, count: int) -> None:
        """So many more wait."""
        self.waiting += [await self.house.store.queued(_for_anybody()) for _ in range(count)]

    async def leave(self, count: int) -> None:
        """So many give up."""
        for _ in range(count):
            await self.house.store.append(self.waiting.pop().id, END)

    async def offered(self, surges: Surges) -> int:
        """How many are offered to somebody when what waits is given out."""
        offers = Offers(self.house.open_work, self.house.hints, lambda: ROUTING, surges)
        dispatch = Dispatch(self.house.open_work, offers, alone_in(self.house.memory), 40)
        return await dispatch.round() or 0


def _for_anybody(*first: Target) -> Packet:
    targets = (*first, Target())
    route = Route(rule="rest", targets=targets, priority=Priority.REST, why={})
    return packet(priority=Priority.REST, route=route)


@pytest.fixture
async def day(house: House) -> Day:
    """One agent with one place: who comes as the tenth waits more than half an hour."""
    await house.store.helper(capacity=1)
    return Day(house)


async def _rush(day: Day, waiting: int = 4) -> Surges:
    surges = day.replica()
    await day.come(waiting)
    await day.goes_on(surges, LIGHT.raise_after_s + 2 * LOOK_S)
    return surges


async def test_a_measured_wait_that_stays_long_is_a_rush_and_gives_everybody_a_place_more(
    day: Day,
) -> None:
    surges = day.replica()
    await day.come(4)
    await day.goes_on(surges, LIGHT.raise_after_s)
    before = await day.offered(surges)
    assert (surges().level, before) == (0, 1)

    await day.goes_on(surges, LOOK_S)

    assert (surges().level, surges().extra_capacity) == (1, 1)
    assert await day.offered(surges) == 1
    assert day.house.hints.dispatches


async def test_a_case_meant_for_others_goes_to_whoever_is_free_while_it_lasts(day: Day) -> None:
    await day.house.store.helper("Pia", capacity=1)
    payments = Target(team="Disputes", skills=("disputes",), timeout_s=3600.0)
    it = await day.house.store.queued(_for_anybody(payments))
    quiet, surges = day.replica(), day.replica()
    before = await day.offered(quiet)

    await day.come(8)
    await day.goes_on(surges, LIGHT.raise_after_s + 2 * LOOK_S)
    await day.offered(surges)

    assert (before, surges().widen) == (0, True)
    assert (await day.house.read(it)).state is State.OFFERED


async def test_the_waiting_are_offered_an_answer_elsewhere_only_while_it_lasts(day: Day) -> None:
    surges = day.replica()
    waiting = Waiting(day.house.open_work, FakeHours(), lambda: MONDAY, surges)
    await day.come(4)
    quiet = await waiting.places()

    await day.goes_on(surges, LIGHT.raise_after_s + 2 * LOOK_S)
    rush = await waiting.places()

    assert not any(it.offer_email for it in quiet.values())
    assert all(it.offer_email for it in rush.values())
    assert max(it.expected_wait_s or 0 for it in rush.values()) < max(
        it.expected_wait_s or 0 for it in quiet.values()
    )


async def test_the_stand_by_team_is_given_nothing_until_it_is_called_in(day: Day) -> None:
    reserve = await _reserve(day)
    surges = await _rush(day, waiting=20)
    assert surges().level == 1
    assert reserve.id in _resting(day, surges)
    await day.offered(surges)
    assert await _offered_to(day, reserve) == 0

    await day.goes_on(surges, HEAVY.raise_after_s + 2 * LOOK_S)
    await day.offered(surges)

    assert surges().stand_by == {"Stand-by"}
    assert await _offered_to(day, reserve) > 0


async def _reserve(day: Day) -> Agent:
    reserve = await day.house.store.helper("Rio", capacity=3)
    async with day.house.open_work() as work:
        await work.agents.equip(replace(reserve, teams=("Stand-by",)))
    return reserve


def _resting(day: Day, surges: Surges) -> set[object]:
    """Who rests, by id."""
    everybody = day.house.memory.agents.items()
    return {id_ for id_, it in everybody if surges().resting.issuperset(it.agent.teams)}


async def _offered_to(day: Day, agent: Agent) -> int:
    async with day.house.open_work() as work:
        return len(await work.agents.offered(agent.id))


async def test_whoever_stands_by_counts_for_the_expected_wait_only_once_called_in(
    day: Day,
) -> None:
    await _reserve(day)
    async with day.house.open_work() as work:
        resting = await work.reads.staff(calm(ROUTING))
        called_in = await work.reads.staff(replace(calm(ROUTING), resting=frozenset()))

    assert (resting.agents, resting.capacity) == (1, 1)
    assert (called_in.agents, called_in.capacity) == (2, 4)


async def test_everything_is_undone_when_it_has_been_over_for_long_enough(day: Day) -> None:
    surges = await _rush(day)
    await day.offered(surges)
    await day.leave(len(day.waiting))
    await day.goes_on(surges, 300)  # those who came are not forgotten at once
    assert surges().level == 1

    await day.goes_on(surges, LIGHT.undo_after_s + LOOK_S)

    assert surges() == calm(ROUTING)
    await day.come(3)
    assert await day.offered(surges) == 1


async def test_every_rise_and_fall_is_on_record_with_the_figures_that_caused_it(day: Day) -> None:
    surges = await _rush(day)
    await day.leave(4)
    await day.goes_on(surges, 900)

    fall, rise = await surges.history(10)

    assert (rise.before, rise.after.level, rise.after.extra_capacity) == (0, 1, 1)
    assert (rise.measures.waiting, rise.measures.open) == (4, True)
    assert rise.measures.expected_wait_s is not None
    assert rise.measures.expected_wait_s > 300
    assert (fall.before, fall.after.level, fall.measures.waiting) == (1, 0, 0)
    assert fall.at - rise.at >= timedelta(seconds=LIGHT.undo_after_s)


async def test_arrivals_alone_are_a_rush_and_are_counted_over_minutes(day: Day) -> None:
    surges = day.replica()
    await day.house.store.helper("Pia", capacity=50)
    for _ in range(int(LIGHT.raise_after_s) // LOOK_S + 20):
        await day.come(2)  # twelve a minute, while nobody waits long
        await day.goes_on(surges, LOOK_S)

    assert surges().level == 1
    (rise,) = await surges.history(10)
    assert rise.measures.arrivals_a_minute > 6
    assert (rise.measures.expected_wait_s or 0) < 300


async def test_figures_that_flap_around_a_mark_change_nothing(day: Day) -> None:
    surges = day.replica()
    for _ in range(60):
        await day.come(2)
        await day.goes_on(surges, LIGHT.raise_after_s - LOOK_S)
        await day.leave(2)
        await day.goes_on(surges, LOOK_S)

    assert await surges.history(10) == ()


async def test_a_rush_that_flaps_between_its_marks_stays_one_rush(day: Day) -> None:
    surges = await _rush(day)
    for _ in range(60):
        await day.leave(4)
        await day.goes_on(surges, LIGHT.undo_after_s - LOOK_S)
        await day.come(4)
        await day.goes_on(surges, LOOK_S)

    assert [it.after.level for it in await surges.history(10)] == [1]


async def test_what_it_adds_does_not_end_it_at_once(day: Day) -> None:
    surges = await _rush(day, waiting=3)
    changes = [it.after.level for it in await surges.history(10)]

    await day.offered(surges)
    await day.goes_on(surges, 3_600)

    assert changes == [1]
    assert [it.after.level for it in await surges.history(10)] == [1]


async def test_all_replicas_agree_and_only_one_of_them_raises(day: Day) -> None:
    first, second = day.replica(), day.replica()
    await day.come(4)
    for _ in range(20):
        await day.goes_on(first, LOOK_S)
        await second.look()

    assert first() == replace(second(), worse_since=first().worse_since)
    assert first().level == 1
    assert len(await second.history(10)) == 1


async def test_a_restart_goes_on_where_it_was(day: Day) -> None:
    await day.come(4)
    await day.goes_on(day.replica(), LIGHT.raise_after_s)
    restarted = day.replica()
    assert restarted().level == 0

    await day.goes_on(restarted, LOOK_S)
    again = day.replica()
    await again.look()

    assert (restarted().level, again().level) == (1, 1)
    assert len(await again.history(10)) == 1


async def test_after_hours_it_ends_and_that_is_on_record_too(day: Day) -> None:
    surges = await _rush(day)
    day.is_open = False

    await surges.look()

    assert surges() == calm(ROUTING)
    assert [it.measures.open for it in await surges.history(10)] == [False, True]


async def test_an_agent_who_picks_may_have_the_place_more(day: Day) -> None:
    surges = await _rush(day)
    (agent,) = (it.agent for it in day.house.memory.agents.values())
    first, second, third, _ = day.waiting
    await day.house.desk.accept(agent, first.id, 0)

    taken = await day.house.desk.accept(agent, second.id, 0, surges().extra_capacity)

    assert taken.owner == ref(agent)
    with pytest.raises(Exception, match="2 conversations at once"):
        await day.house.desk.accept(agent, third.id, 0, surges().extra_capacity)
