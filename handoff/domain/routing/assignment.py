"""Gives the waiting cases to free agents, first come in the queue's order, first served."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from heapq import heapify, heappop, heappush, heapreplace
from typing import TypeAlias

from handoff.domain.events import Channel
from handoff.domain.ids import AgentId
from handoff.domain.packet import Target
from handoff.domain.people import Language
from handoff.domain.routing.matching import Assignment, Candidate, Case, fits, reached
from handoff.domain.routing.sentences import chosen
from handoff.domain.routing.surge import NO_SURGE, Surge

Key: TypeAlias = tuple[float, datetime, AgentId]
"""Least load in proportion, then longest idle, then the id: the first is the best."""

Meant: TypeAlias = tuple[Target, Language, Channel]
"""Cases that are the same in these mean the same people."""


def choose(
    case: Case, candidates: Iterable[Candidate], now: datetime, surge: Surge = NO_SURGE
) -> Assignment | None:
    """The best free agent for one case."""
    return next(iter(assign([case], candidates, now, surge)), None)


def assign(
    cases: Iterable[Case],
    candidates: Iterable[Candidate],
    now: datetime,
    surge: Surge = NO_SURGE,
) -> tuple[Assignment, ...]:
    """Greedy in the order given. A case that nobody fits never blocks the next."""
    round_ = _Round(now, surge, [_Seat(it, surge) for it in candidates if it.here])
    return tuple(round_.assigned(cases))


class _Seat:
    """An agent's free places as this round fills them."""

    def __init__(self, candidate: Candidate, surge: Surge) -> None:
        agent = candidate.agent
        self.agent, self.load = agent, dict(candidate.load)
        self.total, self.capacity = sum(candidate.load.values()), max(1, agent.capacity)
        self.free = candidate.free + surge.extra_capacity
        extra = surge.extra_capacity
        self.most = {channel: most + extra for channel, most in agent.channel_capacity.items()}
        self.idle_since = candidate.idle_since

    @property
    def key(self) -> Key:
        return self.total / self.capacity, self.idle_since, self.agent.id

    def has_place(self, channel: Channel) -> bool:
        most = self.most.get(channel)
        return self.free > 0 and (most is None or self.load.get(channel, 0) < most)

    def take(self, channel: Channel, now: datetime) -> None:
        self.load[channel] = self.load.get(channel, 0) + 1
        self.total += 1
        self.free -= 1
        self.idle_since = max(self.idle_since, now)


@dataclass(slots=True)
class _Pool:
    """Those whom a target means, best first.

    The heap may be behind: a load only grows in a round, so an entry that is out of date stands
    too far in front and is set right when it comes up. Who is full is full for this round.
    """

    seats: dict[AgentId, _Seat]
    heap: list[Key] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.heap = [seat.key for seat in self.seats.values()]
        heapify(self.heap)

    def means_somebody(self, declined: frozenset[AgentId]) -> bool:
        return len(self.seats) > sum(agent in self.seats for agent in declined)

    def best(self, channel: Channel, declined: frozenset[AgentId]) -> _Seat | None:
        aside: list[Key] = []
        try:
            while self.heap:
                seat = self._first(channel)
                if seat is None or seat.agent.id not in declined:
                    return seat
                aside.append(heappop(self.heap))
        finally:
            for key in aside:
                heappush(self.heap, key)
        return None

    def _first(self, channel: Channel) -> _Seat | None:
        while self.heap:
            seat = self.seats[self.heap[0][-1]]
            if not seat.has_place(channel):
                heappop(self.heap)
            elif seat.key != self.heap[0]:
                heapreplace(self.heap, seat.key)
            else:
                return seat
        return None


class _Round:
    """One pass over the queue. Pools are shared by all cases that mean the same people."""

    def __init__(self, now: datetime, surge: Surge, seats: Sequence[_Seat]) -> None:
        self.now, self.surge, self.seats = now, surge, seats
        self.places = sum(max(0, seat.free) for seat in seats)
        self.pools: dict[Meant, _Pool] = {}

    def assigned(self, cases: Iterable[Case]) -> Iterator[Assignment]:
        for case in cases:
            if not self.places:
                return
            found = self._found(case)
            if found is not None:
                yield found
                self.places -= 1

    def _found(self, case: Case) -> Assignment | None:
        pools = [self._pool(target, case) for target in case.route.targets]
        somebody = (pool.means_somebody(case.declined) for pool in pools)
        count = reached(case, self.now, list(somebody), self.surge) + 1
        seat = self._last_agent(case, pools[:count]) or self._best(case, pools[:count])
        if seat is None:
            return None
        index = next(at for at, pool in enumerate(pools) if seat.agent.id in pool.seats)
        why = chosen(seat.agent, case.route.targets[index], known=seat.agent.id == case.last_agent)
        seat.take(case.channel, self.now)
        return Assignment(
            conversation=case.conversation, agent=seat.agent.id, target=index, why=why._asdict()
        )

    def _pool(self, target: Target, case: Case) -> _Pool:
        key = (target, case.language, case.channel)
        if key not in self.pools:
            self.pools[key] = _Pool(
                {
                    seat.agent.id: seat
                    for seat in self.seats
                    if fits(target, seat.agent, case.language, self.surge)
                }
            )
        return self.pools[key]

    def _last_agent(self, case: Case, pools: Sequence[_Pool]) -> _Seat | None:
        if case.last_agent is None or case.last_agent in case.declined:
            return None
        seats = (pool.seats.get(case.last_agent) for pool in pools)
        seat = next((it for it in seats if it is not None), None)
        return seat if seat is not None and seat.has_place(case.channel) else None

    def _best(self, case: Case, pools: Sequence[_Pool]) -> _Seat | None:
        """Of the first target that has somebody free: those before it were meant more."""
        found = (pool.best(case.channel, case.declined) for pool in pools)
        return next((seat for seat in found if seat is not None), None)
