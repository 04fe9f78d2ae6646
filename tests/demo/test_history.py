"""The generated past is the same every time and shows everything there is to see."""

from datetime import UTC, datetime, timedelta

import pytest

from demo.history import CLIENTS, FREELANCERS, PAYOUTS, history
from payouts.events import PlatformEvent
from payouts.states import PayoutState
from tests.demo.test_people import LOADINGS

TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def subjects(events: list[PlatformEvent], type_: str) -> set[str]:
    return {event.id.split(":")[2] for event in events if event.type == type_}


@pytest.mark.parametrize("now", LOADINGS)
def test_it_has_the_promised_size_and_ends_now(now: datetime) -> None:
    events = list(history(now))

    assert len(subjects(events, "customer.changed")) == FREELANCERS + CLIENTS
    assert len(subjects(events, "payout.changed")) >= PAYOUTS - 20
    assert len({event.id for event in events}) == len(events)
    assert max(event.occurred_at for event in events) <= now


@pytest.mark.parametrize("now", LOADINGS)
def test_some_payout_is_in_each_state(now: datetime) -> None:
    latest: dict[str, str] = {}
    for event in history(now):
        if event.type == "payout.changed":
            latest[event.data.reference] = event.data.state

    assert set(latest.values()) == set(PayoutState)


def test_two_loadings_at_one_moment_are_equal() -> None:
    assert list(history(TUESDAY)) == list(history(TUESDAY))


def test_a_later_loading_of_the_same_day_only_adds() -> None:
    morning = {event.id: event.data for event in history(TUESDAY)}
    evening = {event.id: event.data for event in history(TUESDAY + timedelta(hours=8))}

    assert morning.items() <= evening.items()
    assert len(evening) > len(morning)


def test_steps_of_a_payout_follow_each_other() -> None:
    moments: dict[str, list[datetime]] = {}
    for event in history(TUESDAY):
        if event.type == "payout.changed":
            moments.setdefault(event.data.reference, []).append(event.occurred_at)

    assert all(each == sorted(set(each)) for each in moments.values())
