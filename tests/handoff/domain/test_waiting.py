"""An honest expected wait."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoff.domain.waiting import (
    PICK_UP_S,
    TYPICAL_HANDLING_S,
    TYPICAL_SPREAD,
    Staff,
    expected_wait_s,
)

TWO = Staff(agents=2, capacity=4, busy=4, handling_s=400.0, spread=1.0)

STAFF = st.builds(
    Staff,
    agents=st.integers(min_value=1, max_value=50),
    capacity=st.integers(min_value=1, max_value=200),
    busy=st.integers(min_value=0, max_value=200),
    handling_s=st.none() | st.floats(min_value=1, max_value=7200),
    spread=st.none() | st.floats(min_value=0, max_value=10),
)


@pytest.mark.parametrize(
    ("place", "busy", "wait_s"),
    [(1, 4, 130), (2, 4, 230), (1, 3, 30), (2, 3, 130), (5, 0, 130), (1, 9, 130)],
)
def test_those_ahead_leave_at_the_rate_at_which_chats_end(
    place: int, busy: int, wait_s: int
) -> None:
    assert expected_wait_s(place, replace(TWO, busy=busy)) == wait_s


def test_without_a_past_a_chat_takes_what_is_usual() -> None:
    assert expected_wait_s(4, replace(TWO, handling_s=None)) == PICK_UP_S + TYPICAL_HANDLING_S


def test_the_more_alike_chats_are_the_less_is_left_of_those_under_way() -> None:
    waits = [expected_wait_s(1, replace(TWO, spread=it)) for it in (0.0, 0.5, 1.0, 9.0)]

    assert waits == [80, 92, 130, 130]
    assert expected_wait_s(1, replace(TWO, spread=None)) == expected_wait_s(
        1, replace(TWO, spread=TYPICAL_SPREAD)
    )


@pytest.mark.parametrize("staff", [replace(TWO, agents=0), replace(TWO, capacity=0)])
def test_nobody_can_say_when_nobody_is_there(staff: Staff) -> None:
    assert expected_wait_s(1, staff) is None


@given(STAFF, st.integers(min_value=1, max_value=500))
def test_whoever_is_further_back_never_waits_less(staff: Staff, place: int) -> None:
    here, behind = expected_wait_s(place, staff), expected_wait_s(place + 1, staff)

    assert here is not None
    assert behind is not None
    assert PICK_UP_S <= here <= behind


@given(STAFF, st.integers(min_value=1, max_value=500))
def test_more_people_never_make_it_longer(staff: Staff, place: int) -> None:
    more = replace(staff, capacity=staff.capacity + 1)

    now, then = expected_wait_s(place, staff), expected_wait_s(place, more)

    assert now is not None
    assert then is not None
    assert then <= now
