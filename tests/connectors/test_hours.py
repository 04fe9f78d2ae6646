"""When people answer: weeks, holidays, summer time, and files that are wrong."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.hours import HoursError, OpeningHours

BERLIN = ZoneInfo("Europe/Berlin")
USUAL = """
time_zone: Europe/Berlin
country: DE
week:
  mon: [08:00-12:00, 13:00-18:00]
  tue: [08:00-18:00]
  wed: [08:00-18:00]
  thu: [08:00-18:00]
  fri: [08:00-18:00]
"""


def _load(folder: Path, text: str) -> OpeningHours:
    file = folder / "hours.yml"
    file.write_text(text, encoding="utf-8")
    return OpeningHours.load(file)


@pytest.fixture(name="hours")
def _hours(tmp_path: Path) -> OpeningHours:
    return _load(tmp_path, USUAL)


def _local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("at", "open_"),
    [
        ("2026-11-23T07:59:59", False),
        ("2026-11-23T08:00:00", True),
        ("2026-11-23T11:59:59", True),
        ("2026-11-23T12:00:00", False),
        ("2026-11-23T12:30:00", False),
        ("2026-11-23T13:00:00", True),
        ("2026-11-23T18:00:00", False),
        ("2026-11-24T12:30:00", True),
        ("2026-11-28T10:00:00", False),
        ("2026-12-25T10:00:00", False),
        ("2026-10-03T10:00:00", False),
        ("2027-01-01T10:00:00", False),
    ],
)
def test_people_are_there_at_their_hours_and_not_on_holidays(
    hours: OpeningHours, at: str, open_: bool
) -> None:
    assert hours.is_open(_local(at)) is open_


def test_the_hours_are_local_whatever_zone_is_asked_in(hours: OpeningHours) -> None:
    assert hours.is_open(datetime(2026, 11, 23, 7, 30, tzinfo=UTC))
    assert not hours.is_open(datetime(2026, 7, 1, 16, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("at", "opens"),
    [
        ("2026-11-23T06:00:00", "2026-11-23T08:00:00"),
        ("2026-11-23T12:10:00", "2026-11-23T13:00:00"),
        ("2026-11-23T09:00:00", "2026-11-23T13:00:00"),
        ("2026-11-27T18:00:00", "2026-11-30T08:00:00"),
        ("2026-12-24T19:00:00", "2026-12-28T08:00:00"),
        ("2026-12-31T20:00:00", "2027-01-04T08:00:00"),
    ],
)
def test_the_next_opening_is_named(hours: OpeningHours, at: str, opens: str) -> None:
    found = hours.opens_after(_local(at))

    assert found == _local(opens)
    assert found.utcoffset() == UTC.utcoffset(None)


@pytest.mark.parametrize(
    ("friday", "monday_utc"),
    [
        ("2026-03-27T20:00:00", datetime(2026, 3, 30, 6, 0, tzinfo=UTC)),
        ("2026-10-23T20:00:00", datetime(2026, 10, 26, 7, 0, tzinfo=UTC)),
    ],
)
def test_over_a_change_of_the_clocks_it_is_still_eight_in_the_morning(
    hours: OpeningHours, friday: str, monday_utc: datetime
) -> None:
    assert hours.opens_after(_local(friday)) == monday_utc


BAD_FILES = {
    "not a mapping": ("- mon", "."),
    "empty": ("", "."),
    "no time zone": (USUAL.replace("time_zone: Europe/Berlin", ""), "time_zone"),
    "unknown time zone": (USUAL.replace("Europe/Berlin", "Europe/Lotse"), "time_zone"),
    "time zone a path": (USUAL.replace("Europe/Berlin", "../etc/passwd"), "time_zone"),
    "unknown country": (USUAL.replace("country: DE", "country: Lotse"), "country"),
    "unknown day": (USUAL.replace("fri:", "someday:"), "someday"),
    "no week": ("time_zone: Europe/Berlin\ncountry: DE\nweek: {}\n", "week"),
    "an hour that is none": (USUAL.replace("08:00-12:00", "08:00-25:00"), "week"),
    "an hour without minutes": (USUAL.replace("08:00-12:00", "8-12"), "week"),
    "ends before it starts": (USUAL.replace("08:00-12:00", "12:00-08:00"), "12:00-08:00"),
    "ends as it starts": (USUAL.replace("08:00-12:00", "08:00-08:00"), "08:00-08:00"),
    "nobody ever": ("time_zone: UTC\ncountry: DE\nweek: {mon: []}\n", "week"),
    "an unknown field": (USUAL + "lunch: yes\n", "lunch"),
    "a team that is closed for ever": (USUAL + "teams: {Night: {week: {}}}\n", "teams.Night.week"),
    "broken YAML": ("week: [", "YAML"),
}


@pytest.mark.parametrize("which", list(BAD_FILES))
def test_a_file_that_breaks_a_rule_is_refused_with_its_name_and_the_field(
    tmp_path: Path, which: str
) -> None:
    text, field = BAD_FILES[which]

    with pytest.raises(HoursError) as refused:
        _load(tmp_path, text)

    assert "hours.yml" in str(refused.value)
    assert field in str(refused.value)


def test_the_hours_we_ship_can_be_read() -> None:
    shipped = OpeningHours.load(Path(__file__).parents[2] / "data" / "hours.yml")

    assert shipped.is_open(_local("2026-11-24T10:00:00"))


@pytest.mark.parametrize(
    ("at", "seconds", "then"),
    [
        ("2026-11-23T09:00:00", 0, "2026-11-23T09:00:00"),
        ("2026-11-23T09:00:00", 3_600, "2026-11-23T10:00:00"),
        ("2026-11-23T11:30:00", 3_600, "2026-11-23T13:30:00"),
        ("2026-11-23T11:30:00", 1_800, "2026-11-23T12:00:00"),
        ("2026-11-23T12:30:00", 60, "2026-11-23T13:01:00"),
        ("2026-11-23T06:00:00", 60, "2026-11-23T08:01:00"),
        ("2026-11-27T17:00:00", 7_200, "2026-11-30T09:00:00"),
        ("2026-12-24T17:00:00", 7_200, "2026-12-28T09:00:00"),
        ("2026-03-27T17:00:00", 7_200, "2026-03-30T09:00:00"),
    ],
)
def test_business_time_stands_still_while_nobody_is_there(
    hours: OpeningHours, at: str, seconds: float, then: str
) -> None:
    assert hours.after(_local(at), seconds) == _local(then)


@given(st.integers(0, 60 * 24 * 400), st.integers(0, 100_000), st.integers(0, 100_000))
def test_business_time_adds_up(minutes: int, first: int, second: int) -> None:
    hours = OpeningHours.load(Path(__file__).parents[2] / "data" / "hours.yml")
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)

    assert hours.after(hours.after(at, first), second) == hours.after(at, first + second)


def test_more_business_time_than_there_is_in_sight_is_refused(hours: OpeningHours) -> None:
    with pytest.raises(HoursError, match="opening time"):
        hours.after(_local("2026-11-23T09:00:00"), 1e9)


def test_a_team_may_have_hours_of_its_own(tmp_path: Path) -> None:
    text = USUAL + "teams:\n  Night: {week: {mon: [20:00-23:00]}}\n  Vienna: {country: AT}\n"
    hours = _load(tmp_path, text)

    assert hours.of("Night").is_open(_local("2026-11-23T21:00:00"))
    assert not hours.of("Night").is_open(_local("2026-11-23T09:00:00"))
    assert not hours.of("Vienna").is_open(_local("2026-12-08T09:00:00"))
    assert hours.of("Vienna").is_open(_local("2026-12-09T09:00:00"))
    assert hours.of("Payments") is hours.of(None) is hours
