"""The rush as it is kept, on the fake and on PostgreSQL."""

from dataclasses import replace
from datetime import timedelta

from handoff.domain.people import Role
from handoff.domain.routing import Course, Measures, Surge, SurgeChange
from tests.contract.store import Store

RUSH = Surge(
    level=2,
    extra_capacity=2,
    widen=True,
    offer_email=True,
    stand_by=frozenset({"Stand-by"}),
    resting=frozenset({"Reserve"}),
    tell_leads=True,
)
MEASURES = Measures(open=True, waiting=7, expected_wait_s=512.5, arrivals_a_minute=6.5)


async def _locked(store: Store) -> Course:
    async with store.open_work() as work:
        course = await work.surges.locked()
    assert course is not None
    return course


async def test_there_is_none_at_first(store: Store) -> None:
    async with store.open_work() as work:
        read = await work.surges.course()
    course = await _locked(store)

    assert (read.level, read.worse_since, read.better_since) == (0, None, None)
    assert (course.level, course.worse_since, course.better_since) == (0, None, None)


async def test_it_is_kept_for_everybody(store: Store) -> None:
    first = await _locked(store)
    since = first.as_of - timedelta(seconds=30)
    async with store.open_work() as work:
        await work.surges.locked()
        await work.surges.keep(replace(first, level=2, worse_since=since))

    async with store.open_work() as work:
        read = await work.surges.course()
    course = await _locked(store)

    assert (read.level, read.worse_since, read.better_since) == (2, since, None)
    assert (course.level, course.worse_since) == (2, since)
    assert course.as_of >= first.as_of


async def test_its_load_is_who_waits_and_who_came_of_late(store: Store) -> None:
    await store.queued()
    await store.queued()
    await store.owned(await store.helper())
    await store.started()

    async with store.open_work() as work:
        assert await work.surges.load(60) == (2, 3)
        assert await work.surges.load(0) == (2, 0)


async def test_rises_and_falls_come_back_newest_first(store: Store) -> None:
    at = (await _locked(store)).as_of
    rise = SurgeChange(at=at, before=1, after=RUSH, measures=MEASURES)
    nobody = replace(MEASURES, expected_wait_s=None, open=False)
    fall = SurgeChange(at=at, before=2, after=Surge(), measures=nobody)
    async with store.open_work() as work:
        await work.surges.record(rise)
        await work.surges.record(fall)

    async with store.open_work() as work:
        assert await work.surges.changes(10) == (fall, rise)
        assert await work.surges.changes(1) == (fall,)


async def test_staff_is_who_answers_customers_and_does_not_rest(store: Store) -> None:
    amira, rio = await store.helper("Amira", capacity=3), await store.helper("Rio", capacity=4)
    await store.helper("Ada", capacity=9, role=Role.ADMIN)
    async with store.open_work() as work:
        await work.agents.equip(replace(rio, teams=("Reserve",)))
        await work.agents.equip(replace(amira, teams=()))

    async with store.open_work() as work:
        resting = await work.reads.staff(RUSH)
        called_in = await work.reads.staff(replace(RUSH, resting=frozenset()))
        plain = await work.reads.staff()

    assert (resting.agents, resting.capacity) == (1, 5)
    assert (called_in.agents, called_in.capacity) == (2, 11)
    assert (plain.agents, plain.capacity) == (2, 7)


async def test_while_one_looks_the_others_do_not_wait(postgres_store: Store) -> None:
    await _locked(postgres_store)

    async with postgres_store.open_work() as mine:
        assert await mine.surges.locked() is not None
        async with postgres_store.open_work() as other:
            assert await other.surges.locked() is None
            assert (await other.surges.course()).level == 0

    assert await _locked(postgres_store)
