"""Lists over what is kept in memory."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from statistics import fmean, pstdev

from handoff.domain.briefing import Logged
from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import Unknown
from handoff.domain.files import Said
from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.people import HELPERS
from handoff.domain.routing import NO_SURGE, Surge
from handoff.domain.transitions import IN_LINE
from handoff.domain.waiting import Staff
from handoff.ports import EventPlace, Key
from tests.fakes.memory import Enrolled, Memory

PRESENT = timedelta(seconds=40)
HANDLED = 50


@dataclass(frozen=True, slots=True)
class FakeReads:
    """Nothing changes here."""

    memory: Memory

    async def conversation(self, conversation: ConversationId) -> Conversation:
        """Unknown when there is none."""
        found = self.memory.conversations.get(conversation)
        if found is None:
            raise Unknown(f"no conversation {conversation}")
        return replace(found, as_of=self.memory.now())

    async def log(
        self, conversation: ConversationId, after: int = 0, limit: int | None = None
    ) -> tuple[Logged, ...]:
        """Events with seq > after, in order."""
        log = self.memory.logs.get(conversation, ())
        return tuple(logged for logged in log if logged.seq > after)[:limit]

    async def of_customer(self, customer: CustomerId) -> tuple[Conversation, ...]:
        """Open ones first, then newest first."""
        mine = [it for it in self.memory.conversations.values() if it.customer == customer]
        newest = sorted(mine, key=lambda it: it.started_at, reverse=True)
        return tuple(sorted(newest, key=lambda it: it.state is State.CLOSED))

    async def of_customer_log(
        self, customer: CustomerId, before: EventPlace | None, limit: int
    ) -> tuple[Said, ...]:
        """Events of all their conversations, the latest first."""
        said = (
            Said(conversation=it.id, logged=logged)
            for it in await self.of_customer(customer)
            for logged in self.memory.logs.get(it.id, ())
        )
        latest = sorted(said, key=lambda it: it.place, reverse=True)
        return tuple(it for it in latest if before is None or it.place < before)[:limit]

    async def queue(self) -> tuple[ConversationId, ...]:
        """Class with ageing, then what is due first."""
        waiting = [it for it in self.memory.conversations.values() if it.state in IN_LINE]
        return tuple(it.id for it in sorted(waiting, key=lambda it: key_of(self.memory, it)))

    async def staff(self, surge: Surge = NO_SURGE) -> Staff:
        """Who is there now, and does not rest."""
        now = self.memory.now()
        there = {
            id_: it.agent
            for id_, it in self.memory.agents.items()
            if takes_chats(it, now)
            and it.agent.role in HELPERS
            and not (it.agent.teams and surge.resting.issuperset(it.agent.teams))
        }
        everything = self.memory.conversations.values()
        handled = [
            (it.closed_at, (it.closed_at - it.accepted_at).total_seconds())
            for it in everything
            if it.closed_at is not None and it.accepted_at is not None
        ]
        lately = [took for _, took in sorted(handled, reverse=True)[:HANDLED]]
        return Staff(
            agents=len(there),
            capacity=sum(it.capacity + surge.extra_capacity for it in there.values()),
            busy=sum(it.owner is not None and it.owner.id in there for it in everything),
            handling_s=fmean(lately) if lately else None,
            spread=pstdev(lately) / fmean(lately) if lately and fmean(lately) else None,
        )


def key_of(memory: Memory, it: Conversation) -> Key:
    """A place in the queue."""
    due_at = it.due.first or it.waiting_since
    assert due_at is not None
    return memory.ranks[it.id], due_at, it.id


def takes_chats(it: Enrolled, now: datetime, within: timedelta = PRESENT) -> bool:
    """Takes chats, and was heard of lately."""
    seen = it.seen_at is not None and it.seen_at > now - within
    return it.agent.available and not it.disabled and seen
