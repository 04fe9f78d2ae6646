"""The outbox, calls that were promised, and ways back into a chat."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, exists, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.conversation import State
from handoff.domain.ids import ConversationId
from handoff.domain.mail import Letter, Mail, MailKind, MailState
from handoff.storage.people import hashed
from handoff.storage.tables import ConversationRow, EventRow, MailRow, ReturnLinkRow

_C, _M, _L = ConversationRow, MailRow, ReturnLinkRow

BOOKING = 7_104_021_002
"""Of the advisory lock under which a time is chosen."""

LATELY = timedelta(days=7)
"""Words that nobody read for longer are not mailed any more."""


@dataclass(frozen=True, slots=True)
class SqlMails:
    """By the database's clock alone."""

    connection: AsyncConnection

    async def put(self, mail: Mail) -> None:
        """The same key again adds nothing."""
        values = {
            "id": mail.id,
            "key": mail.key,
            "kind": mail.kind,
            "conversation_id": mail.conversation,
            "address": mail.to,
            "subject": mail.letter.subject,
            "body": mail.letter.text,
        }
        await self.connection.execute(insert(_M).values(values).on_conflict_do_nothing())

    async def claim(self, limit: int, silent_s: float) -> tuple[Mail, ...]:
        """Whoever sent one and was not heard of again may have sent it: it is not tried again."""
        now = func.clock_timestamp()
        await self.connection.execute(
            update(_M)
            .where(_M.state == MailState.SENDING, _M.try_at <= now - timedelta(seconds=silent_s))
            .values(state=MailState.UNCERTAIN, settled_at=now)
        )
        due = (
            select(_M.id)
            .where(_M.state == MailState.WAITS, _M.try_at <= now)
            .order_by(_M.try_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        rows = await self.connection.execute(
            update(_M)
            .where(_M.id.in_(due))
            .values(state=MailState.SENDING, tries=_M.tries + 1, try_at=now)
            .returning(_M.__table__)
        )
        return tuple(map(_mail, rows))

    async def settle(self, mail: Mail, state: MailState, again_s: float | None = None) -> None:
        """What was sent is not kept here: its reader has it."""
        now = func.clock_timestamp()
        waits = state is MailState.WAITS
        values: dict[str, Any] = {"state": state, "settled_at": None if waits else now}
        if waits:
            values["try_at"] = now + timedelta(seconds=again_s or 0.0)
        if state is MailState.SENT:
            values |= {"body": "", "address": ""}
        await self.connection.execute(
            update(_M).where(_M.id == mail.id, _M.state == MailState.SENDING).values(values)
        )

    async def states(self, conversation: ConversationId) -> tuple[tuple[Mail, MailState], ...]:
        """Oldest first."""
        rows = await self.connection.execute(
            select(_M.__table__)
            .where(_M.conversation_id == conversation)
            .order_by(_M.put_at, _M.key)
        )
        return tuple((_mail(row), MailState(row.state)) for row in rows)

    async def seen(self, conversations: Collection[ConversationId], ago_s: float = 0.0) -> None:
        """Only for those that have an address: of the others nobody asks."""
        then = func.clock_timestamp() - timedelta(seconds=ago_s)
        await self.connection.execute(
            update(_C)
            .where(_C.id.in_(conversations), _C.email.is_not(None))
            .values(device_at=func.greatest(_C.device_at, then))
        )

    async def unread(self, away_s: float) -> tuple[ConversationId, ...]:
        """Words since the customer's last, since a device was there, and since the last mail."""
        now = func.clock_timestamp()
        words = exists().where(
            EventRow.conversation_id == _C.id,
            EventRow.type == "agent_said",
            EventRow.seq > _C.mailed_seq,
            EventRow.seq > _C.said_seq,
            EventRow.at <= now - timedelta(seconds=away_s),
            or_(_C.device_at.is_(None), EventRow.at > _C.device_at),
        )
        ids = await self.connection.scalars(
            select(_C.id).where(_C.email.is_not(None), _C.updated_at > now - LATELY, words)
        )
        return tuple(map(ConversationId, ids))

    async def told(self, conversation: ConversationId) -> tuple[int, datetime | None]:
        """What was mailed, and when a device was there."""
        found = await self.connection.execute(
            select(_C.mailed_seq, _C.device_at).where(_C.id == conversation)
        )
        row = found.one()
        return row.mailed_seq, row.device_at

    async def mailed(self, conversation: ConversationId, seq: int) -> None:
        """Up to here."""
        await self.connection.execute(
            update(_C).where(_C.id == conversation).values(mailed_seq=seq)
        )


@dataclass(frozen=True, slots=True)
class SqlCallBacks:
    """Counted from the conversations themselves."""

    connection: AsyncConnection

    async def taken(self, since: datetime) -> dict[datetime, int]:
        """Two cannot both take the last place: whoever asks holds the lock until the work ends."""
        await self.connection.execute(select(func.pg_advisory_xact_lock(BOOKING)))
        rows = await self.connection.execute(
            select(_C.call_back_at, func.count().label("booked"))
            .where(_C.call_back_at >= since, _C.state != State.CLOSED)
            .group_by(_C.call_back_at)
        )
        return {row.call_back_at: row.booked for row in rows}


@dataclass(frozen=True, slots=True)
class SqlReturnLinks:
    """Single-use."""

    connection: AsyncConnection

    async def put(self, token: str, conversation: ConversationId, ttl_s: float) -> None:
        """It opens this conversation once."""
        until = func.clock_timestamp() + timedelta(seconds=ttl_s)
        new = {"token_hash": hashed(token), "conversation_id": conversation, "expires_at": until}
        await self.connection.execute(insert(_L).values(new))

    async def spend(self, token: str) -> ConversationId | None:
        """By one update, so that two cannot both use it."""
        now = func.clock_timestamp()
        conversation = await self.connection.scalar(
            update(_L)
            .where(_L.token_hash == hashed(token), _L.used_at.is_(None), _L.expires_at > now)
            .values(used_at=now)
            .returning(_L.conversation_id)
        )
        return ConversationId(conversation) if conversation else None


def _mail(row: Row[Any]) -> Mail:
    return Mail(
        id=row.id,
        key=row.key,
        kind=MailKind(row.kind),
        conversation=ConversationId(row.conversation_id),
        to=row.address,
        letter=Letter(subject=row.subject, text=row.body),
        tries=row.tries,
    )
