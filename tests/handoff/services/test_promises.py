"""What is owed is due in opening hours of the team."""

from datetime import UTC, datetime, timedelta

import pytest

from handoff.domain.owed import NEVER, Due, Owed
from handoff.domain.packet import Priority, Route, Target
from handoff.services.promises import Promises
from tests.handoff.clocks import HOURS
from tests.handoff.domain.examples import conversation, packet
from tests.handoff.policy import ROUTING

FRIDAY_EVENING = datetime(2026, 11, 20, 16, 58, tzinfo=UTC)
"""Two minutes before closing time in Berlin."""

SATURDAY = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ROUTE = Route(rule="rest", targets=(Target(),), priority=Priority.STUCK, why={})
STUCK = ROUTING.promised(Priority.STUCK)


def _due(owed: Owed, ahead: timedelta = timedelta(0)) -> Due:
    it = conversation(packet=packet(route=ROUTE), owed=owed)
    return Promises(lambda: ROUTING, HOURS, ahead)(it)


def test_a_first_response_is_due_after_seconds_of_opening_time() -> None:
    due = _due(Owed(person_since=FRIDAY_EVENING, answer_since=FRIDAY_EVENING))

    left = timedelta(seconds=STUCK.first_response_s) - timedelta(minutes=2)
    assert due.first_response == SATURDAY + left
    assert due.next_response is None
    assert due.resolution is not None
    assert due.resolution > due.first_response


def test_after_the_first_answer_the_next_is_due_from_the_customers_message() -> None:
    due = _due(Owed(person_since=FRIDAY_EVENING, answer_since=SATURDAY, answered=True))

    assert due.first_response is None
    assert due.next_response == SATURDAY + timedelta(seconds=STUCK.next_response_s)


def test_while_the_customer_owes_the_answer_only_the_end_is_due() -> None:
    due = _due(Owed(person_since=SATURDAY, answered=True))

    assert (due.first_response, due.next_response) == (None, None)
    assert due.resolution is not None


def test_nothing_owed_is_never_due() -> None:
    assert _due(Owed()) == NEVER
    assert Promises(lambda: ROUTING, HOURS)(conversation()) == NEVER


@pytest.mark.parametrize("ahead", [timedelta(hours=-12), timedelta(days=2)])
def test_a_clock_that_is_set_counts_in_its_own_hours(ahead: timedelta) -> None:
    now = SATURDAY - ahead

    due = _due(Owed(person_since=now, answer_since=now), ahead)

    assert due.first_response == now + timedelta(seconds=STUCK.first_response_s)
