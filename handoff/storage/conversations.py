"""Conversations and their logs, for those who change them."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.conversation import Conversation, State
from handoff.domain.errors import Conflict, Unknown
from handoff.domain.events import Event, Started
from handoff.domain.ids import ConversationId, CustomerId
from handoff.domain.messages import Choice, Choices
from handoff.ports import Promise
from handoff.storage.appending import appending
from handoff.storage.codec import event_from_json, event_to_json
from handoff.storage.rows import changed, conversation, selected
from handoff.storage.tables import ConversationRow, EventRow, ReceiptRow

_C = ConversationRow
_OPEN = _C.state != State.CLOSED


@dataclass(frozen=True, slots=True)
class SqlConversations:
    """Reads under a row lock; writes state and event together."""

    connection: AsyncConnection
    promise: Promise

    async def locked(self, conversation_id: ConversationId) -> Conversation:
        """Nobody else changes it until this transaction ends."""
        found = await self.connection.execute(_locked(), {"id": conversation_id})
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
                **_known_to(started.previous),
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
        if then.owed != before.owed or then.packet is not before.packet:
            then = replace(then, due=self.promise(then))
        statement, told = appending(before, changed(before, then), _entry(then, event))
        logged = await self.connection.execute(statement, told)
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


@cache
def _locked() -> Any:
    return selected().where(_C.id == bindparam("id")).with_for_update()


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


def _known_to(previous: ConversationId | None) -> dict[str, Any]:
    """Who helped this customer last is asked first the next time."""
    if previous is None:
        return {}
    return {
        column.name: select(column).where(_C.id == previous).scalar_subquery()
        for column in (_C.__table__.c.last_agent_id, _C.__table__.c.last_agent_name)
    }


def _choices(event: Event) -> tuple[Choice, ...]:
    parts = getattr(event, "parts", ())
    return tuple(choice for part in parts if isinstance(part, Choices) for choice in part.choices)
