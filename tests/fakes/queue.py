"""The queue as its dispatcher reads it, in memory."""

from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from handoff.domain.conversation import Conversation, State
from handoff.domain.events import Channel
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.packet import Priority, Route, Target
from handoff.domain.people import HELPERS
from handoff.domain.routing import Candidate, Case, aged
from handoff.domain.transitions import IN_LINE
from handoff.ports import Alone, Key, Queued
from tests.fakes.memory import Enrolled, Memory
from tests.fakes.reads import key_of, takes_chats


@dataclass(frozen=True, slots=True)
class FakeQueue:
    """By the store's own clock."""

    memory: Memory

    async def waiting(self, after: Key | None, limit: int) -> tuple[Queued, ...]:
        """Those offered to nobody, next first."""
        its = [it for it in self.memory.conversations.values() if it.state is State.QUEUED]
        queued = sorted(map(self._queued, its), key=lambda it: it.key)
        return tuple(it for it in queued if after is None or it.key > after)[:limit]

    async def candidates(self, present_s: float) -> tuple[Candidate, ...]:
        """By name."""
        helpers = [
            it for it in self.memory.agents.values() if not it.disabled and it.agent.role in HELPERS
        ]
        helpers.sort(key=lambda it: (it.agent.name, it.agent.id))
        return tuple(self._candidate(it, present_s) for it in helpers)

    async def lapsed(self) -> tuple[tuple[ConversationId, AgentId], ...]:
        """Offers whose time is over."""
        now = self.memory.now()
        return tuple(
            (it.id, it.offer.agent.id)
            for it in self.memory.conversations.values()
            if it.offer is not None and it.offer.until < now
        )

    async def to_wake(self) -> tuple[ConversationId, ...]:
        """What was put off until now."""
        now = self.memory.now()
        return tuple(
            it.id
            for it in self.memory.conversations.values()
            if it.snoozed_until is not None and it.snoozed_until <= now
        )

    async def age(self, ageing_s: float) -> tuple[ConversationId, ...]:
        """Move up who has waited long enough."""
        now, moved = self.memory.now(), []
        for it in self.memory.conversations.values():
            if it.state in IN_LINE and it.priority is not None and it.waiting_since is not None:
                rank = aged(it.priority, it.waiting_since, now, ageing_s)
                if rank < self.memory.ranks[it.id]:
                    moved.append(it.id)
                self.memory.ranks[it.id] = rank
        return tuple(moved)

    def _queued(self, it: Conversation) -> Queued:
        assert it.queued_at is not None
        assert it.packet is not None
        now = self.memory.now()
        case = Case(
            conversation=it.id,
            waiting_since=it.queued_at,
            language=it.language,
            channel=it.channel,
            route=it.packet.route or _anybody(it.packet.priority),
            last_agent=it.last_agent.id if it.last_agent else None,
            declined=it.round.asked(now),
        )
        return Queued(key=key_of(self.memory, it), case=case, at=now)

    def _candidate(self, it: Enrolled, present_s: float) -> Candidate:
        load = load_of(self.memory, it.agent.id)
        return Candidate(
            agent=it.agent,
            load=load,
            free=it.agent.capacity - sum(load.values()),
            idle_since=it.idle_since,
            here=takes_chats(it, self.memory.now(), timedelta(seconds=present_s)),
        )


def load_of(memory: Memory, agent: AgentId) -> Mapping[Channel, int]:
    """What they own or are offered, by channel."""
    its = memory.conversations.values()
    return Counter(
        it.channel
        for it in its
        if (it.owner is not None and it.owner.id == agent)
        or (it.offer is not None and it.offer.agent.id == agent)
    )


def _anybody(priority: Priority) -> Route:
    return Route(rule="", targets=(Target(),), priority=priority, why={})


def alone_in(memory: Memory) -> Alone:
    """One dispatcher at a time."""

    @asynccontextmanager
    async def alone() -> AsyncIterator[bool]:
        if memory.dispatching:
            yield False
            return
        memory.dispatching = True
        try:
            yield True
        finally:
            memory.dispatching = False

    return alone
