"""Whatever people do in whatever order: capacity holds, one owner, everybody gets served."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from handoff.domain.capacity import full
from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import Refused
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.packet import TRANSFER_S, Packet, Priority, Route, Target
from handoff.domain.people import HELPERS, Agent, Role, Status
from handoff.domain.queueing import DeclineReason, Offered
from handoff.domain.routing import Surge, assign, fits
from tests.fakes.memory import Enrolled
from tests.fakes.queue import load_of
from tests.handoff.domain.examples import agent, packet
from tests.handoff.services.house import LEASE_S, House

T = TypeVar("T")
PICK = st.integers(min_value=0, max_value=99)
NO_RUSH = Surge()
SKILLS = ("payouts", "disputes")


def _routed(skill: str, priority: Priority) -> Packet:
    targets = (Target(skills=(skill,), timeout_s=120, skip_if_none=True), Target())
    route = Route(rule=skill, targets=targets, priority=priority, why={})
    return packet(priority=priority, route=route)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a round of offers was decided on."""

    queue: tuple[ConversationId, ...]
    last_seqs: dict[ConversationId, int]


class Queue(RuleBasedStateMachine):
    """Customers, agents and time take turns; the services are the real ones."""

    def __init__(self) -> None:
        super().__init__()
        self.house = House()
        self.loop = asyncio.new_event_loop()
        self.agents: list[Agent] = []

    def teardown(self) -> None:
        """Everybody who waits is served once somebody is there who can."""
        try:
            self._serve_all()
        finally:
            self.loop.close()

    def do(self, call: Coroutine[Any, Any, T]) -> T | None:
        """What is refused changes nothing."""
        before = self.house.memory.snapshot()
        try:
            return self.loop.run_until_complete(call)
        except Refused:
            assert self.house.memory.conversations == before["conversations"]
            return None

    @initialize(capacities=st.lists(st.integers(1, 3), min_size=1, max_size=4))
    def enrol(self, capacities: list[int]) -> None:
        """Agents with one skill or both, and somebody who may answer nobody."""
        for number, capacity in enumerate(capacities):
            skills = SKILLS if number % 3 == 0 else SKILLS[number % 2 :][:1]
            self._enrol(f"Agent{number}", capacity, skills, Role.AGENT)
        self._enrol("Admin", 9, SKILLS, Role.ADMIN)

    def _enrol(self, name: str, capacity: int, skills: tuple[str, ...], role: Role) -> None:
        store = self.house.store
        new = self.do(store.helper(name, capacity=capacity, role=role))
        assert new is not None
        known = self.house.memory.agents[new.id]
        self.house.memory.agents[new.id] = replace(known, agent=replace(known.agent, skills=skills))
        self.agents.append(known.agent)

    def _pick(self, state: State, number: int) -> Conversation | None:
        its = [it for it in self.house.memory.conversations.values() if it.state is state]
        return its[number % len(its)] if its else None

    def _someone(self, number: int) -> Agent:
        return self.house.memory.agents[self.agents[number % len(self.agents)].id].agent

    @rule(skill=st.sampled_from(SKILLS), priority=st.sampled_from(Priority))
    def ask(self, skill: str, priority: Priority) -> None:
        """A customer asks for a person."""
        self.do(self.house.store.queued(_routed(skill, priority)))

    @rule(who=PICK, which=PICK)
    def accept_by_hand(self, who: int, which: int) -> None:
        """Whoever sees a waiting chat may try to take it."""
        it = self._pick(State.QUEUED, which)
        if it is not None and self._someone(who).role in HELPERS:
            self.do(self.house.desk.accept(self._someone(who), it.id, it.epoch))

    @rule(which=PICK, who=PICK, asked=st.booleans())
    def accept(self, which: int, who: int, *, asked: bool) -> None:
        """Who is asked takes it; others try to."""
        it = self._pick(State.OFFERED, which)
        if it is None or it.offer is None:
            return
        agent_id = it.offer.agent.id if asked else self._someone(who).id
        after = self.do(
            self.house.desk.accept(self.house.memory.agents[agent_id].agent, it.id, it.epoch)
        )
        assert (after is not None) is (agent_id == it.offer.agent.id)

    @rule(which=PICK)
    def decline(self, which: int) -> None:
        """Not now."""
        it = self._pick(State.OFFERED, which)
        if it is not None and it.offer is not None:
            who = self.house.memory.agents[it.offer.agent.id].agent
            self.do(self.house.offers.decline(who, it.id, DeclineReason.BUSY))

    @rule(which=PICK, end=st.sampled_from(["close", "back", "snooze", "team"]))
    def end(self, which: int, end: str) -> None:
        """The owner is done with it, in one way or another."""
        it = self._pick(State.AGENT, which)
        if it is None or it.owner is None:
            return
        desk, owner = self.house.desk, self.house.memory.agents[it.owner.id].agent
        match end:
            case "close":
                self.do(self.house.inbox.close(it.customer, it.id))
            case "back":
                self.do(desk.hand_back(owner, it.id, it.epoch))
            case "snooze":
                self.do(desk.snooze(owner, it.id, it.epoch, None))
            case _:
                self.do(self.house.passing.to_team(owner, it.id, it.epoch, "Disputes"))

    @rule(which=PICK, who=PICK)
    def pass_on(self, which: int, who: int) -> None:
        """To somebody who may have no place."""
        it = self._pick(State.AGENT, which)
        if it is not None and it.owner is not None:
            owner = self.house.memory.agents[it.owner.id].agent
            to = self._someone(who).id
            self.do(self.house.passing.to_agent(owner, it.id, it.epoch, to))

    @rule(which=PICK)
    def reply(self, which: int) -> None:
        """What was put off wakes."""
        it = self._pick(State.SNOOZED, which)
        if it is not None:
            self.do(self.house.say(it))

    @rule(which=PICK)
    def leave(self, which: int) -> None:
        """The customer goes back to the assistant."""
        it = self._pick(State.QUEUED, which) or self._pick(State.OFFERED, which)
        if it is not None:
            self.do(self.house.inbox.leave_queue(it.customer, it.id))

    @rule(who=PICK, status=st.sampled_from(Status))
    def become(self, who: int, status: Status) -> None:
        """Agents come and go."""
        self.do(self.house.presence.become(self._someone(who).id, status))

    @rule(seconds=st.sampled_from([1, 10, 35, 100]), present=st.booleans())
    def wait(self, seconds: int, *, present: bool) -> None:
        """Offers lapse, silent agents vanish."""
        self.house.memory.elapsed += timedelta(seconds=seconds)
        if present:
            for it in self.agents:
                self.do(self.house.presence.beat(it.id))
        self.do(self.house.dispatch.pass_time())
        self.do(self.house.sweep.release_abandoned())

    @precondition(lambda self: self.agents)
    @rule()
    def dispatch(self) -> None:
        """Nobody who could be asked is idle afterwards, and nobody was passed over."""
        before = self._seen()
        self.do(self.house.dispatch.round())

        assert self._still_to_give() == 0
        for asked in self._asked_since(before):
            self._nobody_was_passed_over(before, asked)

    def _seen(self) -> _Seen:
        queue = self.do(self._queue())
        assert queue is not None
        its = self.house.memory.conversations
        return _Seen(queue, {it: its[it].last_seq for it in its})

    async def _queue(self) -> tuple[ConversationId, ...]:
        async with self.house.open_work() as work:
            return tuple(it.case.conversation for it in await work.queue.waiting(None, 999))

    def _still_to_give(self) -> int:
        return len(self.do(self._assignable()) or ())

    async def _assignable(self) -> tuple[object, ...]:
        async with self.house.open_work() as work:
            waiting = await work.queue.waiting(None, 999)
            candidates = await work.queue.candidates(LEASE_S)
        if not waiting:
            return ()
        return assign([it.case for it in waiting], candidates, waiting[0].at, NO_RUSH)

    def _asked_since(self, before: _Seen) -> list[Conversation]:
        its = self.house.memory.conversations
        return [its[it] for it in before.queue if its[it].state is State.OFFERED]

    def _nobody_was_passed_over(self, before: _Seen, asked: Conversation) -> None:
        """Whoever was before them and still waits fits nobody whom the later one got."""
        assert asked.offer is not None
        who: AgentId = asked.offer.agent.id
        known = self.house.memory.agents[who]
        for earlier in before.queue[: before.queue.index(asked.id)]:
            it = self.house.memory.conversations[earlier]
            if it.state is State.QUEUED and it.packet and it.packet.route:
                said_no = who in it.round.asked(self.house.memory.now())
                first = it.packet.route.targets[0]
                assert said_no or not fits(first, known.agent, it.language)

    @invariant()
    def nobody_has_more_than_they_can(self) -> None:
        """Owned and offered together."""
        for it in self.house.memory.agents.values():
            load = load_of(self.house.memory, it.agent.id)
            assert sum(load.values()) <= it.agent.capacity
            assert not load or full(it.agent, {}, next(iter(load))) is None

    @invariant()
    def one_owner_or_one_who_is_asked(self) -> None:
        """Never both, and never somebody who may not answer."""
        for it in self.house.memory.conversations.values():
            assert (it.owner is not None) == (it.state is State.AGENT)
            assert (it.offer is not None) == (it.state is State.OFFERED)
            for ref in filter(None, (it.owner, it.offer.agent if it.offer else None)):
                assert self.house.memory.agents[ref.id].agent.role in HELPERS

    @invariant()
    def nobody_is_asked_while_somebody_else_is(self) -> None:
        """Between two offers there is an answer, or none."""
        for log in self.house.memory.logs.values():
            open_ = False
            for entry in log:
                if isinstance(entry.event, Offered):
                    assert not open_
                    open_ = True
                elif entry.event.type in ENDS:
                    open_ = False

    def _serve_all(self) -> None:
        if not self.agents:
            return
        hero = agent(capacity=99, skills=SKILLS, status=Status.ONLINE)
        self.house.memory.agents[hero.id] = Enrolled(agent=hero, password_hash="")
        self.do(self.house.presence.become(hero.id, Status.ONLINE))
        for _ in range(3):
            self.house.memory.elapsed += timedelta(seconds=TRANSFER_S / 2)
            self.do(self.house.dispatch.pass_time())
            self.do(self.house.presence.beat(hero.id))
            self.do(self.house.dispatch.round())
            for it in tuple(self.house.memory.conversations.values()):
                if it.offer is not None and it.offer.agent.id == hero.id:
                    self.do(self.house.desk.accept(hero, it.id, it.epoch))
        left = {it.state for it in self.house.memory.conversations.values()}
        assert not left & {State.QUEUED, State.OFFERED}


ENDS = frozenset(
    {
        "offer_declined",
        "offer_lapsed",
        "agent_accepted",
        "taken_over",
        "returned_to_assistant",
        "closed",
    }
)

TestQueue = Queue.TestCase
TestQueue.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
