"""Business days follow TARGET, over Easter and Christmas too."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from payouts.calendar import Calendar, Window, day_past, is_business_day, plus
from payouts.states import Method, PayoutState
from payouts.terms import DEFAULT_TERMS, TRANSITS
from tests.payouts.examples import MONDAY, payout

CALENDAR = Calendar(DEFAULT_TERMS)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def berlin(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=DEFAULT_TERMS.zone)


@pytest.mark.parametrize(
    "closed",
    [
        date(2026, 4, 3),  # Good Friday
        date(2026, 4, 6),  # Easter Monday
        date(2026, 5, 1),
        date(2026, 12, 25),
        date(2027, 1, 1),
        date(2027, 3, 26),  # Good Friday
        date(2026, 11, 28),  # a Saturday
    ],
)
def test_a_closing_day_is_no_business_day(closed: date) -> None:
    assert not is_business_day(closed)


@pytest.mark.parametrize(
    "open_day",
    [
        date(2026, 10, 3) + timedelta(days=2),
        date(2026, 12, 24),
        date(2026, 12, 31),
        date(2026, 5, 14),  # Ascension: a holiday in Germany, but banks settle
        date(2026, 12, 28),
    ],
)
def test_other_weekdays_are_business_days(open_day: date) -> None:
    assert is_business_day(open_day)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 11, 23), 2, date(2026, 11, 25)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),
        (date(2026, 11, 28), 0, date(2026, 11, 30)),
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # over Easter
        (date(2026, 12, 24), 1, date(2026, 12, 28)),  # over Christmas
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
    ],
)
def test_business_days_are_added(start: date, days: int, end: date) -> None:
    assert plus(start, days) == end


def test_waiting_over_a_weekend_counts_no_day() -> None:
    assert day_past(date(2026, 11, 28), 1) == day_past(date(2026, 11, 27), 1) == date(2026, 12, 1)


@given(DAYS, st.integers(0, 30))
def test_a_sum_is_a_business_day_and_not_before_the_start(start: date, days: int) -> None:
    end = plus(start, days)

    assert is_business_day(end)
    assert (end - start).days >= days


@given(DAYS, st.integers(0, 10), st.integers(0, 10))
def test_adding_twice_is_adding_the_sum(start: date, first: int, second: int) -> None:
    assert plus(plus(start, first), second) == plus(start, first + second)


@pytest.mark.parametrize(
    ("requested", "processed"),
    [
        ("2026-11-23T13:59:59", date(2026, 11, 23)),
        ("2026-11-23T14:00:00", date(2026, 11, 24)),
        ("2026-11-27T15:00:00", date(2026, 11, 30)),
        ("2026-11-28T09:00:00", date(2026, 11, 30)),
        ("2026-12-24T18:00:00", date(2026, 12, 28)),
        ("2026-04-02T14:30:00", date(2026, 4, 7)),
    ],
)
def test_a_request_meets_a_cut_off(requested: str, processed: date) -> None:
    assert CALENDAR.processing_day(berlin(requested)) == processed


def test_the_cut_off_is_in_the_platforms_zone() -> None:
    summer = datetime(2026, 7, 1, 12, 30, tzinfo=UTC)  # 14:30 in Berlin
    winter = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)  # 13:30 in Berlin

    assert CALENDAR.processing_day(summer) == date(2026, 7, 2)
    assert CALENDAR.processing_day(winter) == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("method", "first", "last"),
    [
        (Method.SEPA, date(2026, 11, 24), date(2026, 11, 25)),
        (Method.SEPA_INSTANT, date(2026, 11, 23), date(2026, 11, 23)),
        (Method.ACH, date(2026, 11, 25), date(2026, 11, 30)),
        (Method.WIRE, date(2026, 11, 24), date(2026, 11, 30)),
        ("carrier_pigeon", date(2026, 11, 24), date(2026, 11, 30)),
        (None, date(2026, 11, 24), date(2026, 11, 30)),
    ],
)
def test_a_sent_payout_arrives_by_its_method(method: str | None, first: date, last: date) -> None:
    sent = payout(PayoutState.IN_TRANSIT, method=method)

    assert CALENDAR.arrival(sent, MONDAY) == Window(first, last)


def test_the_platforms_own_date_counts_more() -> None:
    sent = payout(PayoutState.IN_TRANSIT, expected_on=date(2026, 12, 3))

    assert CALENDAR.arrival(sent, MONDAY) == Window(date(2026, 12, 3), date(2026, 12, 3))


@pytest.mark.parametrize(
    ("state", "first", "last"),
    [
        (PayoutState.REQUESTED, date(2026, 11, 24), date(2026, 11, 26)),
        (PayoutState.UNDER_REVIEW, date(2026, 11, 27), date(2026, 12, 1)),
        (PayoutState.PROCESSING, date(2026, 11, 25), date(2026, 11, 26)),
    ],
)
def test_a_payout_that_is_not_sent_yet_arrives_later(
    state: PayoutState, first: date, last: date
) -> None:
    assert CALENDAR.arrival(payout(state), MONDAY) == Window(first, last)


@pytest.mark.parametrize(
    "state",
    [
        PayoutState.ON_HOLD,
        PayoutState.PAID,
        PayoutState.RETURNED,
        PayoutState.FAILED,
        PayoutState.CANCELED,
    ],
)
def test_what_is_not_on_its_way_has_no_date(state: PayoutState) -> None:
    assert CALENDAR.arrival(payout(state), MONDAY) is None


@given(
    st.sampled_from([PayoutState.REQUESTED, PayoutState.UNDER_REVIEW, PayoutState.PROCESSING]),
    st.sampled_from(sorted(TRANSITS)),
    st.integers(0, 24 * 365 * 3).map(lambda hours: MONDAY + timedelta(hours=hours)),
    st.integers(0, 24 * 30),
)
def test_no_expected_date_lies_in_the_past(
    state: PayoutState, method: str, since: datetime, hours: int
) -> None:
    now = since + timedelta(hours=hours)

    window = CALENDAR.arrival(payout(state, since=since, method=method), now)

    assert window is not None
    assert CALENDAR.day(now) <= window.first <= window.last
