"""Conversations and the assistant's work list in memory."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import uuid4

from handoff.domain.briefing import Logged
from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import Conflict, Unknown
from handoff.domain.events import (
    AssistantFailed,
    AssistantSaid,
    CustomerSaid,
    Event,
    Started,
)
from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.messages import Choice, Choices
from handoff.domain.people import AgentRef
from handoff.ports import Promise, Turn, no_promise
from tests.fakes.memory import Memory

FIRST_CASE = 1001


@dataclass(frozen=True, slots=True)
class FakeConversations:
    """Refuses a stale `before`, a second open conversation, a second answer."""

    memory: Memory
    promise: Promise = no_promise

    async def locked(self, conversation: ConversationId) -> Conversation:
        """As stored, with the time of reading."""
        found = self.memory.conversations.get(conversation)
        if found is None:
            raise Unknown(f"no conversation {conversation}")
        return replace(found, as_of=self.memory.now())

    async def open_of(self, customer: CustomerId) -> Conversation | None:
        """The one that is not closed."""
        for it in self.memory.conversations.values():
            if it.customer == customer and it.state is not State.CLOSED:
                return await self.locked(it.id)
        return None

    async def start(self, customer: CustomerId, started: Started) -> Conversation:
        """The next case number; linked to what it continues."""
        if await self.open_of(customer) is not None:
            raise Conflict("this customer has an open conversation")
        now = self.memory.now()
        new = Conversation(
            id=ConversationId(uuid4()),
            customer=customer,
            case_number=f"L-{FIRST_CASE + len(self.memory.conversations)}",
            channel=started.channel,
            language=started.language,
            page_url=started.page_url,
            started_at=now,
            updated_at=now,
            as_of=now,
            last_seq=1,
            previous=started.previous,
            last_agent=self._last_agent(started.previous),
        )
        if started.previous is not None:
            continued = self.memory.conversations[started.previous]
            self.memory.conversations[continued.id] = replace(continued, next=new.id)
        self._keep(new, started)
        return new

    async def append(self, before: Conversation, event: Event) -> Conversation:
        """Compare and set, as one SQL update does it."""
        then = before.after(event)
        if then.owed != before.owed or then.packet is not before.packet:
            then = replace(then, due=self.promise(then))
        stored = self.memory.conversations.get(before.id)
        if (
            stored is None
            or _version(stored) != _version(before)
            or self._answers_twice(then, event)
        ):
            raise Conflict(f"conversation {before.id} has changed meanwhile")
        if then.answered_seq != before.answered_seq or then.state is not before.state:
            self.memory.turns.pop(before.id, None)
            self.memory.turn_failures.pop(before.id, None)
        if then.epoch != before.epoch:
            self.memory.leases.pop(before.id, None)
        if then.queued_at != before.queued_at and then.priority is not None:
            self.memory.ranks[then.id] = then.priority.rank
        self._keep(replace(then, customer=stored.customer, next=stored.next), event)
        return then

    async def move(self, conversation: ConversationId, to: CustomerId) -> None:
        """With the receipts of what was said in it."""
        moved = self.memory.conversations[conversation]
        if moved.state is not State.CLOSED and await self.open_of(to) is not None:
            raise Conflict("this customer has an open conversation")
        self.memory.conversations[conversation] = replace(moved, customer=to)
        for (sender, message), receipt in tuple(self.memory.receipts.items()):
            if sender == moved.customer and receipt.conversation == conversation:
                self.memory.receipts[to, message] = self.memory.receipts.pop((sender, message))

    async def choice(self, conversation: ConversationId, choice_id: str) -> Choice | None:
        """Only what this conversation's log says was offered."""
        issued = (
            choice
            for logged in self.memory.logs.get(conversation, ())
            for part in getattr(logged.event, "parts", ())
            if isinstance(part, Choices)
            for choice in part.choices
        )
        return next((choice for choice in issued if choice.id == choice_id), None)

    def _last_agent(self, previous: ConversationId | None) -> AgentRef | None:
        return self.memory.conversations[previous].last_agent if previous else None

    def _keep(self, then: Conversation, event: Event) -> None:
        entry = Logged(seq=then.last_seq, at=then.updated_at, event=event)
        self.memory.conversations[then.id] = then
        self.memory.logs[then.id] = (*self.memory.logs.get(then.id, ()), entry)

    def _answers_twice(self, then: Conversation, event: Event) -> bool:
        replies = (AssistantSaid, AssistantFailed)
        if not isinstance(event, replies):
            return False
        log = [it.event for it in self.memory.logs[then.id]]
        return event.in_reply_to in {it.in_reply_to for it in log if isinstance(it, replies)}


def _version(it: Conversation) -> tuple[State, int, int]:
    return it.state, it.epoch, it.last_seq


@dataclass(frozen=True, slots=True)
class FakeTurns:
    """A claim lapses by itself; nobody gets what is claimed."""

    memory: Memory

    async def claim(self, limit: int, lease_s: float) -> tuple[Turn, ...]:
        """The oldest first."""
        now, taken = self.memory.now(), self.memory.turns
        waiting = [
            it
            for it in self.memory.conversations.values()
            if it.awaits_assistant and not (it.id in taken and taken[it.id] >= now)
        ]
        claimed = sorted(waiting, key=lambda it: it.updated_at)[:limit]
        for it in claimed:
            taken[it.id] = now + timedelta(seconds=lease_s)
        return tuple(map(self._turn, claimed))

    async def release(self, conversation: ConversationId, *, failed: bool = False) -> None:
        """The turn is over."""
        self.memory.turns.pop(conversation, None)
        failures = self.memory.turn_failures
        failures[conversation] = failures.get(conversation, 0) + failed

    def _turn(self, it: Conversation) -> Turn:
        seq, said = next(
            (logged.seq, logged.event)
            for logged in self.memory.logs[it.id]
            if logged.seq > it.answered_seq and isinstance(logged.event, CustomerSaid)
        )
        current = replace(it, as_of=self.memory.now())
        customer = self.memory.customers[it.customer]
        failures = self.memory.turn_failures.get(it.id, 0)
        own = [tick for (holder, _, _), tick in self.memory.ticks.items() if holder == it.customer]
        return Turn(
            conversation=current,
            seq=seq,
            said=said,
            customer=customer,
            failures=failures,
            ticks=tuple(sorted(own, key=lambda tick: (tick.at, tick.guide, tick.step))),
        )
