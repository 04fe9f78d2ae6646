"""When which team is there, and whether the files that say so are right."""

import asyncio
from dataclasses import dataclass

from handoff.domain.timetables import RuleFile, TeamTimes
from handoff.ports import Calendar, Clock, Policy, RuleFiles


@dataclass(frozen=True, slots=True)
class Timetables:
    """Nothing is changed here: the files are the truth."""

    hours: Calendar
    policy: Policy
    files: RuleFiles
    now: Clock

    def all(self) -> tuple[TeamTimes, ...]:
        """The usual hours first, then each team's."""
        names = [team.name for team in self.policy().teams]
        return tuple(map(self._of, [None, *names]))

    async def checked(self) -> tuple[RuleFile, ...]:
        """Every file read anew: what is wrong in it is not taken up."""
        return await asyncio.to_thread(self.files)

    def _of(self, team: str | None) -> TeamTimes:
        hours = self.hours.of(team)
        timetable = hours.timetable(self.now())
        return TeamTimes(team=team, own=hours is not self.hours, timetable=timetable)
