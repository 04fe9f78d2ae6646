"""Conversations and their logs, for those who change them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import Conflict, Unknown
from handoff.domain.events import (
    AgentRef,
    Channel,
    CloseReason,
    Event,
    HumanAsked,
    Started,
)
from handoff.domain.ids import AgentId, ConversationId, CustomerId
from handoff.domain.messages import Choice, Choices
from handoff.domain.people import Language
from handoff.storage.codec import event_from_json, event_to_json, packet_from_json, packet_to_json
from handoff.storage.tables import ConversationRow, EventRow, ReceiptRow

_C = ConversationRow
_OPEN = _C.state != State.CLOSED


def selected() -> Any:
    """Conversations with the database's clock at the moment of reading."""
    return select(_C.__table__, func.clock_timestamp().label("as_of"))


def conversation(row: Row[Any]) -> Conversation:
    """The value of a row."""
    owner = row.owner_id and AgentRef(id=AgentId(row.owner_id), name=row.owner_name)
    return Conversation(
        id=ConversationId(row.id),
        customer=CustomerId(row.customer_id),
        case_number=row.case_number,
        channel=Channel(row.channel),
        language=Language(row.language),
        page_url=row.page_url,
        started_at=row.started_at,
        updated_at=row.updated_at,
        as_of=row.as_of,
        state=State(row.state),
        last_seq=row.last_seq,
        said_seq=row.said_seq,
        answered_seq=row.answered_seq,
        owner=owner or None,
        epoch=row.epoch,
        packet=packet_from_json(row.packet),
        waiting_since=row.waiting_since,
        accepted_at=row.accepted_at,
        closed_at=row.closed_at,
        close_reason=row.close_reason and CloseReason(row.close_reason),
        previous=row.previous_id and ConversationId(row.previous_id),
        next=row.next_id and ConversationId(row.next_id),
        preview=row.preview,
    )


@dataclass(frozen=True, slots=True)
class SqlConversations:
    """Reads under a row lock; writes state and event together."""

    connection: AsyncConnection

    async def locked(self, conversation_id: ConversationId) -> Conversation:
        """Nobody else changes it until this transaction ends."""
        found = await self.connection.execute(
            selected().where(_C.id == conversation_id).with_for_update()
        )
        row = found.one_or_none()
        if row is None:
            raise Unknown(f"no conversation {conversation_id}")
        return conversation(row)

    async def open_of(self, customer: CustomerId) -> Conversation | None:
        """The customer's one open conversation, locked."""
        found = await self.connection.execute(
            selected().where(_C.customer_id == customer, _OPEN).with_for_update()
        )
        row = found.one_or_none()
        return conversation(row) if row is not None else None

    async def start(self, customer: CustomerId, started: Started) -> Conversation:
        """A new conversation; Conflict when the customer has an open one by now."""
        inserted = await self.connection.execute(
            insert(_C)
            .values(
                customer_id=customer,
                channel=started.channel,
                language=started.language,
                page_url=started.page_url,
                previous_id=started.previous,
                state=State.BOT,
                last_seq=1,
                said_seq=0,
                answered_seq=0,
                epoch=0,
                preview="",
            )
            .returning(_C.id)
        )
        new = inserted.scalar_one()
        if started.previous is not None:
            await self.connection.execute(
                update(_C).where(_C.id == started.previous).values(next_id=new)
            )
        fresh = await self.locked(ConversationId(new))
        await self._log(fresh, started)
        return fresh

    async def append(self, before: Conversation, event: Event) -> Conversation:
        """The one place where a conversation changes."""
        then = before.after(event)
        changed = (
            update(_C)
            .where(
                _C.id == before.id,
                _C.state == before.state,
                _C.epoch == before.epoch,
                _C.last_seq == before.last_seq,
            )
            .values(last_seq=_C.last_seq + 1, **_columns(before, then, event))
            .returning(_C.last_seq)
            .cte("changed")
        )
        # One round trip for both; where nothing has changed there is nothing to log.
        entry = _entry(then, event)
        columns = [EventRow.__table__.c[name] for name in entry]
        values = [
            literal(value, column.type)
            for column, value in zip(columns, entry.values(), strict=True)
        ]
        logged = await self.connection.execute(
            insert(EventRow)
            .from_select(columns, select(*values).select_from(changed))
            .add_cte(changed)
            .returning(EventRow.seq)
        )
        if logged.scalar_one_or_none() is None:
            raise Conflict(f"conversation {before.id} has changed meanwhile")
        return then

    async def move(self, conversation_id: ConversationId, to: CustomerId) -> None:
        """Give a conversation to the customer a visitor turned out to be.

        Its receipts go along: what a device sends again after signing in is still a repeat.
        """
        await self.connection.execute(
            update(ReceiptRow)
            .where(
                ReceiptRow.conversation_id == conversation_id,
                ReceiptRow.sender_id == _C.customer_id,
                _C.id == conversation_id,
            )
            .values(sender_id=to)
        )
        await self.connection.execute(
            update(_C).where(_C.id == conversation_id).values(customer_id=to)
        )

    async def choice(self, conversation_id: ConversationId, choice_id: str) -> Choice | None:
        """Only what this conversation's log says was offered."""
        offered = {"parts": [{"kind": "choices", "choices": [{"id": choice_id}]}]}
        bodies = await self.connection.scalars(
            select(EventRow.body).where(
                EventRow.conversation_id == conversation_id,
                EventRow.body.contains(offered),
            )
        )
        issued = (choice for body in bodies for choice in _choices(event_from_json(body)))
        return next((choice for choice in issued if choice.id == choice_id), None)

    async def _log(self, then: Conversation, event: Event) -> None:
        await self.connection.execute(insert(EventRow).values(_entry(then, event)))


def _entry(then: Conversation, event: Event) -> dict[str, Any]:
    """An event as a row of the log."""
    return {
        "conversation_id": then.id,
        "seq": then.last_seq,
        "at": then.updated_at,
        "type": event.type,
        "in_reply_to": getattr(event, "in_reply_to", None),
        "body": event_to_json(event),
    }


def _choices(event: Event) -> tuple[Choice, ...]:
    parts = getattr(event, "parts", ())
    return tuple(choice for part in parts if isinstance(part, Choices) for choice in part.choices)


def _columns(before: Conversation, then: Conversation, event: Event) -> dict[str, Any]:
    """Every column an event may change; the lease ends with the ownership."""
    columns: dict[str, Any] = {
        "state": then.state,
        "language": then.language,
        "said_seq": then.said_seq,
        "answered_seq": then.answered_seq,
        "epoch": then.epoch,
        "updated_at": then.updated_at,
        "preview": then.preview,
    }
    if then.answered_seq != before.answered_seq or then.state is not before.state:
        # Whatever was to be answered is answered, or out of place.
        columns |= {"turn_until": None, "turn_failures": 0}
    if then.epoch != before.epoch or isinstance(event, HumanAsked):
        columns |= {
            "owner_id": then.owner.id if then.owner else None,
            "owner_name": then.owner.name if then.owner else None,
            "lease_until": None,
            "waiting_since": then.waiting_since,
            "accepted_at": then.accepted_at,
            "closed_at": then.closed_at,
            "close_reason": then.close_reason,
        }
    if then.packet is not before.packet:
        columns |= {
            "packet": packet_to_json(then.packet),
            "priority_rank": then.packet.priority.rank if then.packet else None,
        }
    return columns
