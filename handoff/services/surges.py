"""A rush: noticed by one replica, kept in the database, acted on by all."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeAlias

import structlog

from handoff.domain.routing import Course, Measures, Surge, SurgeChange, step, under
from handoff.domain.waiting import expected_wait_s
from handoff.ports import Hints, OpenWork, Policy, Work

log = structlog.get_logger()

LATELY_S = 300.0
"""Arrivals are counted over so many seconds: one busy minute is no rush."""

IsOpen: TypeAlias = Callable[[], bool]
"""Whether people answer at this moment."""

CALM = Course(level=0, worse_since=None, better_since=None, as_of=datetime.min.replace(tzinfo=UTC))


@dataclass(eq=False, slots=True)
class Surges:
    """Called, it says what a rush changes as of the last look; only whoever has the lock steps."""

    open_work: OpenWork
    policy: Policy
    is_open: IsOpen
    hints: Hints
    _course: Course = field(default=CALM)

    def __call__(self) -> Surge:
        """By the rules as they are now."""
        return under(self._course, self.policy())

    async def look(self) -> Surge:
        """Measure and step, or see what another replica made of it."""
        before = self._course.level
        async with self.open_work() as work:
            mine = await work.surges.locked()
            self._course = await self._stepped(work, mine) if mine else await work.surges.course()
        if self._course.level != before:
            self.hints.dispatch()  # there are more places now, or fewer
        return self()

    async def history(self, limit: int) -> tuple[SurgeChange, ...]:
        """Rises and falls, newest first."""
        async with self.open_work() as work:
            return await work.surges.changes(limit)

    async def _stepped(self, work: Work, course: Course) -> Course:
        routing = self.policy()
        before = under(course, routing)
        measures = await self._measured(work, before)
        after = step(before, measures, routing, course.as_of)
        now = Course(
            level=after.level,
            worse_since=after.worse_since,
            better_since=after.better_since,
            as_of=course.as_of,
        )
        await work.surges.keep(now)
        if after.level != course.level:
            change = SurgeChange(
                at=course.as_of, before=course.level, after=after, measures=measures
            )
            await work.surges.record(change)
            log.warning("rush changed", before=course.level, level=after.level)
        return now

    async def _measured(self, work: Work, surge: Surge) -> Measures:
        waiting, came = await work.surges.load(LATELY_S)
        staff = await work.reads.staff(surge)
        return Measures(
            open=self.is_open(),
            waiting=waiting,
            expected_wait_s=expected_wait_s(waiting + 1, staff),
            arrivals_a_minute=came / (LATELY_S / 60),
        )
