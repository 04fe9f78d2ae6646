"""Leads look up when which team is there, and whether the files say so rightly."""

from datetime import UTC, datetime

import pytest

from handoff.domain.people import Role
from tests.handoff.clocks import HOURS
from tests.handoff.door import Door

TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
EVENING = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)


def test_an_open_day_says_until_when_and_a_closed_one_from_when() -> None:
    by_day, by_night = HOURS.timetable(TUESDAY), HOURS.timetable(EVENING)

    assert (by_day.is_open, by_day.changes_at) == (True, datetime(2026, 11, 24, 17, tzinfo=UTC))
    assert (by_night.is_open, by_night.changes_at) == (False, datetime(2026, 11, 25, 7, tzinfo=UTC))
    assert by_day.week[0] == ("08:00-18:00",)
    assert by_day.week[6] == ()


def test_holidays_of_the_next_year_are_named_in_both_languages() -> None:
    days = {str(it.on): it.name for it in HOURS.timetable(TUESDAY).holidays}

    assert days["2026-12-25"] == {"de": "Erster Weihnachtstag", "en": "Christmas Day"}
    assert "2026-10-03" not in days
    assert "2027-10-03" in days


async def test_every_team_has_its_hours_beside_the_usual_ones(front: Door) -> None:
    lead = await front.agent("Ruth", Role.LEAD)

    shown = (await (await lead.call("GET", "/hours")).json())["teams"]

    assert shown[0]["team"] is None
    assert [it["team"] for it in shown[1:3]] == ["Payments", "Trust & Safety"]
    assert (shown[0]["country"], shown[0]["time_zone"]) == ("DE", "Europe/Berlin")
    assert not any(it["own"] for it in shown)


async def test_the_files_are_shown_with_their_names_and_checked(front: Door) -> None:
    lead = await front.agent("Ruth", Role.LEAD)

    shown = (await (await lead.call("GET", "/rule-files")).json())["files"]

    assert [(it["name"], it["fault"]) for it in shown] == [
        ("data/hours.yml", None),
        ("data/routing.yml", None),
    ]


@pytest.mark.parametrize("path", ["/hours", "/rule-files"])
async def test_agents_need_not_look_it_up(front: Door, path: str) -> None:
    agent = await front.agent("Amira")

    assert (await agent.call("GET", path)).status == 403
