"""LOTSE_CLOCK sets the demo to another time."""

from datetime import UTC, datetime

import pytest

from local import clock
from local.trouble import Trouble

NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wished", "offset"),
    [
        ("2026-11-22T03:00:00+01:00", 3600.0),
        ("2026-11-22T00:59:30Z", -30.0),
        ("", 0.0),
    ],
)
def test_the_offset_is_the_way_from_now_to_the_wished_time(wished: str, offset: float) -> None:
    assert clock.offset_s({"LOTSE_CLOCK": wished}, NOW) == offset


def test_without_a_wish_time_is_real() -> None:
    assert clock.offset_s({}, NOW) == 0.0


@pytest.mark.parametrize(
    ("wished", "reason"), [("three", "is no time"), ("2026-11-22T03:00:00", "no offset from UTC")]
)
def test_a_wish_that_cannot_be_read_is_refused_with_an_example(wished: str, reason: str) -> None:
    with pytest.raises(Trouble, match=rf"{reason}.*2026-11-22T03:00:00\+01:00"):
        clock.offset_s({"LOTSE_CLOCK": wished}, NOW)
