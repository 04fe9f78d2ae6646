"""The order of the queue: class, due time, and nobody starves."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoff.domain.ids import ConversationId
from handoff.domain.packet import Priority
from handoff.domain.routing import aged, ages_at, order
from tests.handoff.domain.routing.queues import NOW, ago

AGEING_S = 900.0
FIRST = ConversationId(UUID(int=1))
SECOND = ConversationId(UUID(int=2))
priorities = st.sampled_from(Priority)


def test_class_goes_before_due_time_and_due_time_before_id() -> None:
    sooner = NOW - timedelta(hours=9)

    assert order(0, NOW, SECOND) < order(1, sooner, FIRST)
    assert order(1, sooner, SECOND) < order(1, NOW, FIRST)
    assert order(1, NOW, FIRST) < order(1, NOW, SECOND)


@pytest.mark.parametrize(
    ("priority", "waited_s", "rank"),
    [
        (Priority.REST, -1, 2),
        (Priority.REST, 0, 2),
        (Priority.REST, 899, 2),
        (Priority.REST, 900, 1),
        (Priority.REST, 1_800, 0),
        (Priority.REST, 99_999, 0),
        (Priority.STUCK, 900, 0),
        (Priority.SECURITY, 0, 0),
        (Priority.SECURITY, 99_999, 0),
    ],
)
def test_waiting_moves_a_case_up_a_class_at_a_time(
    priority: Priority, waited_s: int, rank: int
) -> None:
    assert aged(priority, ago(waited_s), NOW, AGEING_S) == rank


@given(priorities, st.integers(0, 5_000))
def test_a_case_never_ages_backwards(priority: Priority, waited_s: int) -> None:
    earlier = aged(priority, ago(waited_s), NOW, AGEING_S)
    later = aged(priority, ago(waited_s), NOW + timedelta(seconds=60), AGEING_S)

    assert later <= earlier


@given(priorities, st.integers(0, 5_000))
def test_the_next_ageing_is_told_to_the_moment(priority: Priority, waited_s: int) -> None:
    since, rank = ago(waited_s), aged(priority, ago(waited_s), NOW, AGEING_S)

    changes = ages_at(priority, since, NOW, AGEING_S)

    if changes is None:
        assert rank == 0
    else:
        before = changes - timedelta(microseconds=1)
        assert changes > NOW
        assert aged(priority, since, before, AGEING_S) == rank
        assert aged(priority, since, changes, AGEING_S) == rank - 1


@given(priorities, st.integers(0, 200), st.lists(st.tuples(priorities, st.integers(1, 200))))
def test_nobody_starves(
    priority: Priority, begun_min: int, others: list[tuple[Priority, int]]
) -> None:
    """Once a case is first class and overdue, nothing that comes later is served before it."""
    promise = {Priority.SECURITY: 120, Priority.STUCK: 300, Priority.REST: 900}
    since = ago(begun_min * 60)
    ripe = since + timedelta(seconds=2 * AGEING_S)

    def key(level: Priority, at: datetime, now: datetime, number: int) -> object:
        due = at + timedelta(seconds=promise[level])
        rank = aged(level, at, now, AGEING_S)
        return order(rank, due, ConversationId(UUID(int=number)))

    for level, after_min in others:
        arrives = ripe + timedelta(minutes=after_min)
        now = arrives + timedelta(minutes=1)
        assert key(priority, since, now, 2) < key(level, arrives, now, 1)  # type: ignore[operator]
