"""The support itself: customers talk, wait, are answered or give up; the real code decides."""

from collections import deque
from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import log
from random import Random
from statistics import fmean, pstdev
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import simpy

from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.packet import Route
from handoff.domain.routing import (
    Case,
    Measures,
    Routing,
    Surge,
    aged,
    assign,
    calm,
    due,
    order,
    step,
)
from handoff.domain.waiting import Staff, expected_wait_s
from handoff.ports import Hours
from simulate.cases import CHANNEL, one_line, route_of
from simulate.customers import Contact, arrivals, begin, drawn
from simulate.plan import Plan, Policy
from simulate.staff import Worker, workers

LOOK_S = 5.0
"""Time-outs of targets are looked at so often."""
SURGE_S = 30.0
RECENT_S = 600.0
"""Arrivals a minute are counted over the last ten minutes."""
LATELY = 50
"""Chats whose length makes the expected wait, as in the product."""

Process = Generator[simpy.Event, Any, Any]


@dataclass(slots=True, kw_only=True)
class Told:
    """How one contact went."""

    contact: Contact
    came: datetime
    first_response: datetime | None = None
    asked: datetime | None = None
    """When a person was asked for."""
    open: bool = False
    """Whether people were there all the time; others are answered by e-mail, and wait for it."""
    answered: datetime | None = None
    done: datetime | None = None
    due_at: datetime | None = None
    promised_s: float | None = None
    gave_up: bool = False
    by_assistant: bool = False


@dataclass(slots=True, kw_only=True)
class Waiting:
    """Somebody in the queue."""

    case: Case
    due_at: datetime
    taken: simpy.Event
    to: Worker | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What all runs share."""

    plan: Plan
    routing: Routing
    hours: Hours
    zone: ZoneInfo


class Support:
    """One run of one policy."""

    def __init__(self, setting: Setting, policy: Policy, seed: int) -> None:
        """Midnight of the first day, nobody there yet."""
        self.plan, self.hours, self.zone = setting.plan, setting.hours, setting.zone
        self.policy, self.seed = policy, seed
        self.told: list[Told] = []
        self.env = simpy.Environment()
        self.start = begin(self.plan, self.zone)
        self.staff = workers(self.plan, self.start)
        self.by_id: dict[AgentId, Worker] = {it.agent.id: it for it in self.staff}
        self.rules = setting.routing
        """What is promised, however it is run."""
        self.routing = one_line(setting.routing) if policy.one_line else setting.routing
        self.surge: Surge = calm(self.routing)
        self.queue: dict[ConversationId, Waiting] = {}
        self.lately: deque[float] = deque(maxlen=LATELY)
        self.asked: deque[datetime] = deque()
        self.wake = self.env.event()
        self.chance = Random(self.seed)
        self.count = 0

    def run(self) -> list[Told]:
        """Until the last day is over and everybody was answered or gave up."""
        contacts = list(arrivals(self.plan, self.chance))
        self.count = len(contacts)
        for contact in contacts:
            self.env.process(self._later(contact, contact.at_s))
        self.env.process(self._dispatch())
        self.env.process(self._watch_rush())
        self.env.run(until=(self.plan.days + 3) * 86_400)
        return self.told

    @property
    def now(self) -> datetime:
        """Local time."""
        return (self.start.astimezone(UTC) + timedelta(seconds=self.env.now)).astimezone(self.zone)

    def _later(self, contact: Contact, wait_s: float) -> Process:
        yield self.env.timeout(wait_s)
        told = Told(contact=contact, came=self.now)
        self.told.append(told)
        if self.policy.assistant:
            told.first_response = self.now + timedelta(seconds=self.plan.assistant.answer_s)
            yield self.env.timeout(contact.talk_s)
            if contact.resolves < contact.matter.assistant_resolves:
                told.by_assistant, told.done = True, self.now
                self._comes_again(told, self.plan.repeats.after_assistant)
                return
        yield from self._helped(told)

    def _helped(self, told: Told) -> Process:
        waiting = self._queued(told)
        patience = self.env.timeout(told.contact.patience_s) if told.open else None
        yield waiting.taken | patience if patience else waiting.taken
        if not waiting.taken.triggered and not self.hours.is_open(self.now):
            told.open = False
            yield waiting.taken
        if not waiting.taken.triggered:
            del self.queue[waiting.case.conversation]
            told.gave_up = True
            self._comes_again(told, self.plan.repeats.after_giving_up)
            return
        worker = waiting.to
        assert worker is not None
        yield self.env.timeout(self.plan.work.accept_s)
        told.answered = self.now
        told.first_response = told.first_response or self.now
        handling_s = self._handling_s(told.contact, worker)
        yield self.env.timeout(handling_s)
        told.done = self.now
        self.lately.append(handling_s)
        worker.end(CHANNEL, self.now)
        self._woken()
        self._comes_again(told, self._after_person(told))

    def _queued(self, told: Told) -> Waiting:
        now, matter = self.now, told.contact.matter
        self.asked.append(now)
        told.asked, told.open = now, self.hours.is_open(now)
        route = route_of(matter, told.contact.language, self.routing, now)
        since = now if told.open else self.hours.opens_after(now)
        told.due_at = self._due(route_of(matter, told.contact.language, self.rules, now), now)
        waiting = Waiting(
            case=Case(
                conversation=ConversationId(UUID(int=told.contact.number)),
                waiting_since=since,
                language=told.contact.language,
                channel=CHANNEL,
                route=route,
            ),
            due_at=self._due(route, now),
            taken=self.env.event(),
        )
        self.queue[waiting.case.conversation] = waiting
        place = self._ordered().index(waiting) + 1
        told.promised_s = expected_wait_s(place, self._staff()) if told.open else None
        self._woken()
        return waiting

    def _due(self, route: Route, now: datetime) -> datetime:
        level = self.routing.promised(route.priority)
        return due(level, now, self.hours.of(route.team))

    def _handling_s(self, contact: Contact, worker: Worker) -> float:
        solving = contact.matter.solving
        alone_s: float = solving.median_min * 60 * contact.solving ** log(solving.factor)
        known = self.policy.packet
        alone_s += contact.reading_s if known else contact.gathering_s
        slowed: float = 1 + self.plan.work.each_more_chat_slows * (worker.load.total() - 1)
        return alone_s * slowed

    def _after_person(self, told: Told) -> float:
        repeats = self.plan.repeats
        assert told.answered is not None
        assert told.asked is not None
        waited_min = (told.answered - told.came).total_seconds() / 60
        late = told.first_response == told.answered and waited_min > repeats.long_wait_min
        return repeats.after_long_wait if late else repeats.after_person

    def _comes_again(self, told: Told, share: float) -> None:
        if told.contact.again or told.contact.repeats >= share:
            return
        self.count += 1
        random = Random(f"{self.seed} {told.contact.number}")
        again = drawn(self.plan, random, self.count, 0.0, told.contact.matter)
        self.env.process(self._later(again, told.contact.pause_s))

    def _ordered(self) -> list[Waiting]:
        now, ageing_s = self.now, self.routing.ageing_s
        return sorted(
            self.queue.values(),
            key=lambda it: order(
                aged(it.case.route.priority, it.case.waiting_since, now, ageing_s),
                it.due_at,
                it.case.conversation,
            ),
        )

    def _staff(self) -> Staff:
        here = [it for it in self.staff if it.here(self.now)]
        return Staff(
            agents=len(here),
            capacity=sum(it.agent.capacity + self.surge.extra_capacity for it in here),
            busy=sum(it.load.total() for it in here),
            handling_s=fmean(self.lately) if self.lately else None,
            spread=pstdev(self.lately) / fmean(self.lately) if len(self.lately) > 1 else None,
        )

    def _woken(self) -> None:
        if not self.wake.triggered:
            self.wake.succeed()

    def _dispatch(self) -> Process:
        """What is to be offered, whenever something changed, and as time passes."""
        while True:
            yield self.wake | self.env.timeout(LOOK_S) if self.queue else self.wake
            if self.wake.triggered:
                self.wake = self.env.event()
            if self.queue and self.hours.is_open(self.now):
                self._assigned()

    def _assigned(self) -> None:
        now = self.now
        cases = [it.case for it in self._ordered() if it.to is None]
        there = [it.candidate(now) for it in self.staff]
        for made in assign(cases, there, now, self.surge):
            self.by_id[made.agent].begin(CHANNEL, now)
            if self.chance.random() < self.plan.work.lapses:
                self.env.process(self._lapse(made.conversation, made.agent))
                continue
            waiting = self.queue.pop(made.conversation)
            waiting.to = self.by_id[made.agent]
            waiting.taken.succeed()

    def _lapse(self, conversation: ConversationId, agent: AgentId) -> Process:
        """Nobody reacts: the place was taken, and the case goes on to somebody else."""
        offered = self.queue[conversation]
        offered.to = self.by_id[agent]
        yield self.env.timeout(self.routing.offer_s)
        self.by_id[agent].end(CHANNEL, self.now)
        declined = offered.case.declined | {agent}
        everybody = {it.agent.id for it in self.staff if it.here(self.now)}
        offered.to = None
        again = frozenset() if everybody <= declined else declined
        offered.case = replace(offered.case, declined=again)
        self._woken()

    def _watch_rush(self) -> Process:
        while True:
            yield self.env.timeout(SURGE_S)
            now = self.now
            while self.asked and (now - self.asked[0]).total_seconds() > RECENT_S:
                self.asked.popleft()
            measures = Measures(
                open=self.hours.is_open(now),
                waiting=len(self.queue),
                expected_wait_s=expected_wait_s(len(self.queue) + 1, self._staff()),
                arrivals_a_minute=len(self.asked) / (RECENT_S / 60),
            )
            before, self.surge = self.surge, step(self.surge, measures, self.routing, now)
            if before.level != self.surge.level:
                self._woken()
