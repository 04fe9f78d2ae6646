"""A rush: when it begins and ends, what it changes, and that all is undone."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from handoff.domain.routing import Band, Measures, Surge, SurgeRule, Team, calm, step
from tests.handoff.domain.routing.queues import NOW
from tests.handoff.policy import ROUTING as SHIPPED

LIGHT = SurgeRule(
    expected_wait_s=Band(above=300, below=120),
    arrivals_a_minute=Band(above=6, below=3),
    raise_after_s=60,
    undo_after_s=120,
    extra_capacity=1,
    widen=True,
)
HEAVY = SurgeRule(
    expected_wait_s=Band(above=900, below=300),
    arrivals_a_minute=None,
    raise_after_s=60,
    undo_after_s=120,
    extra_capacity=2,
    offer_email=True,
    stand_by=("Reserve",),
)
RESERVE = frozenset({"Reserve"})
ROUTING = replace(SHIPPED, teams=(Team(name="Reserve", stand_by=True),), surge=(LIGHT, HEAVY))
QUIET = Measures(open=True, waiting=2, expected_wait_s=30, arrivals_a_minute=1)
BUSY = replace(QUIET, expected_wait_s=400)
FLOODED = replace(QUIET, expected_wait_s=1_000)


def _after(*course: tuple[Measures, int]) -> Surge:
    """The rush after such figures for so many seconds each, looked at every ten seconds."""
    surge, now = calm(ROUTING), NOW
    for measures, seconds in course:
        for _ in range(0, seconds, 10):
            surge = step(surge, measures, ROUTING, now)
            now += timedelta(seconds=10)
    return surge


def test_without_a_rush_nothing_changes_and_the_reserve_rests() -> None:
    assert _after((QUIET, 600)) == calm(ROUTING) == Surge(resting=frozenset({"Reserve"}))


def test_a_rush_begins_only_when_it_stays() -> None:
    assert _after((BUSY, 60)).level == 0
    assert _after((BUSY, 70)).level == 1
    assert _after((BUSY, 50), (QUIET, 10), (BUSY, 50)).level == 0


def test_a_rush_changes_what_its_level_says() -> None:
    light, heavy = _after((BUSY, 70)), _after((FLOODED, 200))

    assert (light.extra_capacity, light.widen, light.resting) == (1, True, RESERVE)
    assert (heavy.level, heavy.extra_capacity, heavy.offer_email) == (2, 2, True)
    assert (heavy.stand_by, heavy.resting) == (RESERVE, frozenset())


def test_arrivals_alone_make_a_rush_too() -> None:
    assert _after((replace(QUIET, arrivals_a_minute=7), 70)).level == 1


def test_a_rush_goes_on_between_its_two_marks() -> None:
    between = replace(QUIET, expected_wait_s=200)

    assert _after((BUSY, 70), (between, 3_600)).level == 1
    assert _after((between, 3_600)).level == 0


def test_all_is_undone_when_it_falls_for_long_enough() -> None:
    assert _after((BUSY, 70), (QUIET, 120)).level == 1
    assert _after((BUSY, 70), (QUIET, 130)) == calm(ROUTING)
    assert _after((FLOODED, 200), (QUIET, 600)) == calm(ROUTING)


def test_all_figures_must_be_low_to_end_it() -> None:
    still = replace(QUIET, arrivals_a_minute=4)

    assert _after((BUSY, 70), (still, 3_600)).level == 1


def test_nobody_there_is_the_longest_wait_if_somebody_waits() -> None:
    nobody = replace(QUIET, expected_wait_s=None)

    assert _after((nobody, 70)).level == 1
    assert _after((replace(nobody, waiting=0), 3_600)).level == 0


def test_after_hours_there_is_no_rush() -> None:
    assert _after((FLOODED, 200), (replace(FLOODED, open=False), 10)) == calm(ROUTING)


def test_a_level_that_the_file_no_longer_has_ends() -> None:
    now = NOW + timedelta(hours=1)

    assert step(_after((FLOODED, 200)), FLOODED, replace(ROUTING, surge=()), now) == calm(ROUTING)


measures = st.builds(
    Measures,
    open=st.booleans(),
    waiting=st.integers(0, 3),
    expected_wait_s=st.none() | st.floats(0, 2_000),
    arrivals_a_minute=st.floats(0, 20),
)


@given(st.lists(st.tuples(measures, st.integers(1, 300)), max_size=30))
def test_a_rush_moves_one_level_at_a_time_and_its_effects_are_those_of_its_level(
    course: list[tuple[Measures, int]],
) -> None:
    surge, now = calm(ROUTING), NOW
    for seen, seconds in course:
        now += timedelta(seconds=seconds)
        before, surge = surge, step(surge, seen, ROUTING, now)
        assert abs(surge.level - before.level) <= 1 or not seen.open
        expected = [0, LIGHT.extra_capacity, HEAVY.extra_capacity][surge.level]
        assert surge.extra_capacity == expected
        assert surge.resting | surge.stand_by == {"Reserve"}
