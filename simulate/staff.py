"""The agents, when they work, and what they are busy with."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import get_args
from uuid import UUID

from handoff.domain.events import Channel
from handoff.domain.ids import AgentId
from handoff.domain.people import Agent, Role, Status
from handoff.domain.routing import Candidate
from simulate.plan import Day, Plan, Staffing


@dataclass(slots=True)
class Worker:
    """One agent through the days."""

    agent: Agent
    shift: Staffing
    idle_since: datetime
    load: "Counter[Channel]" = field(default_factory=Counter)
    busy: list[tuple[datetime, datetime]] = field(default_factory=list)
    busy_since: datetime | None = None
    most: int = 0
    """Chats at once they ever had."""

    def here(self, now: datetime) -> bool:
        """Whether they work at this moment (local time)."""
        day = get_args(Day)[now.weekday()]
        return day in self.shift.days and self.shift.begins <= now.time() < self.shift.ends

    def candidate(self, now: datetime) -> Candidate:
        """As routing sees them."""
        return Candidate(
            agent=self.agent,
            load=dict(self.load),
            free=self.agent.capacity - self.load.total(),
            idle_since=self.idle_since,
            here=self.here(now),
        )

    def begin(self, channel: Channel, now: datetime) -> None:
        """One chat more."""
        if not self.load.total():
            self.busy_since = now
        self.load[channel] += 1
        self.most = max(self.most, self.load.total())

    def end(self, channel: Channel, now: datetime) -> None:
        """One chat less."""
        self.load[channel] -= 1
        if not self.load.total():
            self.busy.append((self.busy_since or now, now))
            self.busy_since, self.idle_since = None, now

    def shifts(self, start: datetime, days: int) -> list[tuple[datetime, datetime]]:
        """From when to when they work."""
        found = []
        for day in (start.date() + timedelta(days=n) for n in range(days)):
            if get_args(Day)[day.weekday()] in self.shift.days:
                span = (self.shift.begins, self.shift.ends)
                begins, ends = (datetime.combine(day, it, start.tzinfo) for it in span)
                found.append((begins, ends))
        return found

    def idle_share(self, start: datetime, days: int) -> float:
        """Share of their working time without any chat."""
        shifts = self.shifts(start, days)
        worked = sum((ends - begins).total_seconds() for begins, ends in shifts)
        busy = sum(_shared(shift, chat) for shift in shifts for chat in self.busy)
        return 1 - busy / worked if worked else 0.0


def _shared(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> float:
    begins, ends = max(one[0], other[0]), min(one[1], other[1])
    return max(0.0, (ends - begins).total_seconds())


def workers(plan: Plan, start: datetime) -> list[Worker]:
    """Everybody in the plan."""
    found: list[Worker] = []
    for shift in plan.staff:
        for number in range(1, shift.count + 1):
            agent = Agent(
                id=AgentId(UUID(int=len(found) + 1)),
                name=f"{shift.name} {number}",
                email="",
                role=Role.AGENT,
                languages=shift.languages,
                skills=tuple(shift.skills),
                levels=shift.skills,
                teams=shift.teams,
                capacity=shift.capacity,
                status=Status.ONLINE,
            )
            found.append(Worker(agent=agent, shift=shift, idle_since=start))
    return found
