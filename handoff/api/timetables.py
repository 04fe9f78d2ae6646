"""Teams and opening hours, to be looked up; the files are the truth."""

from aiohttp import web

from handoff.api import lead_answers
from handoff.api.answers import BothLanguages
from handoff.api.customers import answer
from handoff.api.keys import TIMETABLES
from handoff.domain.timetables import Holiday, RuleFile, TeamTimes


async def hours(request: web.Request) -> web.Response:
    """When which team is there."""
    times = request.app[TIMETABLES].all()
    return answer(lead_answers.HoursAnswer(teams=tuple(map(_times, times))))


async def rule_files(request: web.Request) -> web.Response:
    """Read anew and checked."""
    checked = await request.app[TIMETABLES].checked()
    return answer(lead_answers.RuleFilesAnswer(files=tuple(map(_file, checked))))


def _times(it: TeamTimes) -> lead_answers.TeamTimesAnswer:
    table = it.timetable
    return lead_answers.TeamTimesAnswer(
        team=it.team,
        own=it.own,
        time_zone=table.time_zone,
        country=table.country,
        week=table.week,
        open=table.is_open,
        changes_at=table.changes_at,
        holidays=tuple(map(_holiday, table.holidays)),
    )


def _holiday(it: Holiday) -> lead_answers.HolidayAnswer:
    return lead_answers.HolidayAnswer(on=it.on, name=BothLanguages.model_validate(it.name))


def _file(it: RuleFile) -> lead_answers.RuleFileAnswer:
    return lead_answers.RuleFileAnswer(name=it.name, text=it.text, fault=it.fault)
