"""A person is needed: gathers all that is known and puts the conversation into the queue."""

from dataclasses import dataclass

from handoff.domain.briefing import Case, Logged, brief
from handoff.domain.conversation import Conversation
from handoff.domain.events import AssistantSaid, Event, HumanAsked
from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.packet import Facts, Reason
from handoff.domain.people import Customer
from handoff.ports import FactsSource, Hints, OpenWork, Policy
from handoff.services.inbox import owned

REFERENCE = "payout_reference"
"""The slot and entity that names the payout under discussion."""


@dataclass(frozen=True, slots=True)
class Handover:
    """Writes the packet with the handoff, so that the agent never starts from nothing."""

    open_work: OpenWork
    facts: FactsSource
    hints: Hints
    policy: Policy

    async def ask(self, customer: CustomerId, conversation: ConversationId) -> Conversation:
        """The customer asked for a person by the control that is always there."""
        async with self.open_work() as work:
            before = await owned(work, customer, conversation)
        asked = await self.briefed(before, Reason.CUSTOMER_ASKED, None)
        async with self.open_work() as work:
            before = await owned(work, customer, conversation)
            after = await work.conversations.append(before, asked)
        await self.hints.changed(conversation)
        self.hints.dispatch()
        return after

    async def briefed(
        self,
        conversation: Conversation,
        reason: Reason,
        rule: str | None,
        answer: AssistantSaid | None = None,
    ) -> HumanAsked:
        """The event with its packet; `answer` is what the assistant says in the same turn."""
        async with self.open_work() as work:
            log = await work.reads.log(conversation.id)
            customer = await work.customers.customer(conversation.customer)
            others = await work.reads.of_customer(conversation.customer)
        if answer is not None:
            at = conversation.at
            log = (*log, Logged(seq=conversation.last_seq + 1, at=at, event=answer))
        case = Case(
            conversation=conversation,
            customer=customer,
            log=log,
            facts=await self._facts(customer, log),
            earlier=tuple(other for other in others if other.id != conversation.id),
        )
        return HumanAsked(
            reason=reason,
            rule=rule,
            case_number=conversation.case_number,
            packet=brief(case, reason, rule, self.policy()),
            in_reply_to=answer.in_reply_to if answer else None,
        )

    async def _facts(self, customer: Customer, log: tuple[Logged, ...]) -> Facts:
        if customer.sub is None:
            return Facts()
        return await self.facts.facts(customer.sub, customer.kind, _reference(log))


def _reference(log: tuple[Logged, ...]) -> str | None:
    """The payout the conversation was about last."""
    for entry in reversed(log):
        reference = _named(entry.event)
        if reference is not None:
            return reference
    return None


def _named(event: Event) -> str | None:
    match event:
        case AssistantSaid(understanding=reading) if reading is not None:
            named = [found.value for found in reading.entities if found.entity == REFERENCE]
            slot = reading.slots.get(REFERENCE)
            return named[-1] if named else slot if isinstance(slot, str) else None
        case _:
            return None
