"""The assistant's work list, claimed so that two relays never take the same turn."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.conversation import Conversation, State
from handoff.domain.events import CustomerSaid
from handoff.domain.ids import ConversationId
from handoff.ports import Turn
from handoff.storage.codec import event_from_json
from handoff.storage.conversations import conversation
from handoff.storage.people import SqlCustomers
from handoff.storage.tables import ConversationRow, EventRow

_C = ConversationRow


@dataclass(frozen=True, slots=True)
class SqlTurns:
    """A turn is a conversation in state `bot` with something said beyond what is answered."""

    connection: AsyncConnection

    async def claim(self, limit: int, lease_s: float) -> tuple[Turn, ...]:
        """FOR UPDATE SKIP LOCKED: whoever is quicker has it, nobody waits."""
        free = or_(_C.turn_until.is_(None), _C.turn_until < func.now())
        waiting = (
            select(_C.id)
            .where(_C.state == State.BOT, _C.said_seq > _C.answered_seq, free)
            .order_by(_C.updated_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        claimed = await self.connection.execute(
            update(_C)
            .where(_C.id.in_(waiting.scalar_subquery()))
            .values(turn_until=func.now() + timedelta(seconds=lease_s))
            .returning(_C.__table__, func.clock_timestamp().label("as_of"))
        )
        return tuple([await self._turn(conversation(row)) for row in claimed.all()])

    async def release(self, conversation_id: ConversationId) -> None:
        """The turn is over, one way or the other."""
        await self.connection.execute(
            update(_C).where(_C.id == conversation_id).values(turn_until=None)
        )

    async def _turn(self, current: Conversation) -> Turn:
        seq, said = await self._next_said(current)
        customer = await SqlCustomers(self.connection).customer(current.customer)
        return Turn(conversation=current, seq=seq, said=said, customer=customer)

    async def _next_said(self, current: Conversation) -> tuple[int, CustomerSaid]:
        found = await self.connection.execute(
            select(EventRow.seq, EventRow.body)
            .where(
                EventRow.conversation_id == current.id,
                EventRow.seq > current.answered_seq,
                EventRow.type == "customer_said",
            )
            .order_by(EventRow.seq)
            .limit(1)
        )
        row = found.one()
        said = event_from_json(row.body)
        assert isinstance(said, CustomerSaid)
        return row.seq, said
