"""Reading a conversation: by its customer, or by an agent."""

from dataclasses import dataclass

from handoff.domain.briefing import Logged
from handoff.domain.conversation import Conversation
from handoff.domain.errors import Unknown
from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.ratings import Given
from handoff.domain.views import Listed
from handoff.ports import OpenWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A conversation with its whole log, its rating and the customer's other cases."""

    listed: Listed
    log: tuple[Logged, ...]
    earlier: tuple[Conversation, ...]
    rating: Given | None


@dataclass(frozen=True, slots=True)
class Looking:
    """Nothing changes here, nothing is locked."""

    open_look: OpenWork

    async def own(self, customer: CustomerId, conversation: ConversationId) -> Conversation:
        """The customer's own; somebody else's looks like none at all."""
        async with self.open_look() as work:
            found = await work.reads.conversation(conversation)
        if found.customer != customer:
            raise Unknown(f"no conversation {conversation}")
        return found

    async def all_of(self, customer: CustomerId) -> tuple[Conversation, ...]:
        """The customer's conversations."""
        async with self.open_look() as work:
            return await work.reads.of_customer(customer)

    async def log(
        self, conversation: ConversationId, after: int, limit: int | None
    ) -> tuple[Logged, ...]:
        """Events after a seq; whether the reader may see them was asked before."""
        async with self.open_look() as work:
            return await work.reads.log(conversation, after, limit)

    async def any(self, conversation: ConversationId) -> Conversation:
        """Any conversation, for agents."""
        async with self.open_look() as work:
            return await work.reads.conversation(conversation)

    async def listed(self, conversation: ConversationId) -> Listed:
        """A conversation as lists show it; costs the same however long its log is."""
        async with self.open_look() as work:
            found = await work.reads.conversation(conversation)
            customer = await work.customers.customer(found.customer)
        return Listed(conversation=found, customer=customer)

    async def dossier(self, conversation: ConversationId) -> Dossier:
        """All that an agent sees before accepting."""
        async with self.open_look() as work:
            found = await work.reads.conversation(conversation)
            customer = await work.customers.customer(found.customer)
            log = await work.reads.log(conversation)
            rating = await work.ratings.of(conversation)
            others = await work.reads.of_customer(found.customer)
        return Dossier(
            listed=Listed(conversation=found, customer=customer),
            log=log,
            earlier=tuple(other for other in others if other.id != conversation),
            rating=rating,
        )
