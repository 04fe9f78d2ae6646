"""Customers, their sessions, and the receipts of what was said."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.errors import Conflict, InvalidIdentity, Unknown
from handoff.domain.ids import AgentId, ConversationId, CustomerId, MessageId
from handoff.domain.people import Customer, CustomerKind, Identity, Language
from handoff.ports import Receipt
from handoff.storage.tables import CustomerRow, ReceiptRow, SessionRow, SpentTokenRow


def customer(row: Row[Any]) -> Customer:
    """The value of a row."""
    return Customer(
        id=CustomerId(row.id),
        sub=row.sub,
        kind=CustomerKind(row.kind),
        name=row.name,
        language=Language(row.language),
        since=row.since,
    )


def customer_columns() -> tuple[Any, ...]:
    """A customer's columns, to stand beside those of a conversation."""
    return (
        CustomerRow.sub.label("customer_sub"),
        CustomerRow.kind.label("customer_kind"),
        CustomerRow.name.label("customer_name"),
        CustomerRow.since.label("customer_since"),
        CustomerRow.language.label("customer_language"),
    )


def customer_beside(row: Row[Any]) -> Customer:
    """The customer of a row of a conversation with `customer_columns`."""
    return Customer(
        id=CustomerId(row.customer_id),
        sub=row.customer_sub,
        kind=CustomerKind(row.customer_kind),
        name=row.customer_name,
        language=Language(row.customer_language),
        since=row.customer_since,
    )


@dataclass(frozen=True, slots=True)
class SqlCustomers:
    """The people who write."""

    connection: AsyncConnection

    async def customer(self, customer_id: CustomerId) -> Customer:
        """Unknown when there is none."""
        found = await self.connection.execute(
            select(CustomerRow.__table__).where(CustomerRow.id == customer_id)
        )
        row = found.one_or_none()
        if row is None:
            raise Unknown(f"no customer {customer_id}")
        return customer(row)

    async def of_session(self, token: str) -> Customer | None:
        """None when the token is unknown, ended or lapsed."""
        told = {"token_hash": hashed(token)}
        found = await self.connection.execute(_customer_of_session(), told)
        row = found.one_or_none()
        return customer(row) if row is not None else None

    async def visitor(self, language: Language) -> Customer:
        """Somebody new."""
        new = await self.connection.execute(
            insert(CustomerRow)
            .values(kind=CustomerKind.VISITOR, language=language)
            .returning(CustomerRow.__table__)
        )
        return customer(new.one())

    async def known(self, identity: Identity, language: Language) -> Customer:
        """Upsert by the platform's id; what the platform says now is what holds."""
        facts = {"kind": identity.kind, "name": identity.name, "language": language}
        row = await self.connection.execute(
            insert(CustomerRow)
            .values(sub=identity.sub, **facts)
            .on_conflict_do_update(index_elements=["sub"], set_=facts)
            .returning(CustomerRow.__table__)
        )
        return customer(row.one())

    async def spend(self, identity: Identity) -> None:
        """A token opens one session only."""
        spent = await self.connection.execute(
            insert(SpentTokenRow)
            .values(token_id=identity.token_id, expires_at=identity.expires_at)
            .on_conflict_do_nothing()
            .returning(SpentTokenRow.token_id)
        )
        if spent.one_or_none() is None:
            raise InvalidIdentity("identity: this token was used before")


@dataclass(frozen=True, slots=True)
class SqlSessions:
    """Tokens are kept as SHA-256: whoever reads the table can sign in as nobody."""

    connection: AsyncConnection

    async def open(self, token: str, holder: CustomerId | AgentId, ttl_s: float) -> None:
        """From now on the token speaks for its holder."""
        await self.connection.execute(
            insert(SessionRow).values(
                token_hash=hashed(token),
                holder_id=holder,
                expires_at=func.now() + timedelta(seconds=ttl_s),
            )
        )

    async def end_all(self, holder: CustomerId | AgentId) -> None:
        """All of theirs."""
        theirs = update(SessionRow).where(
            SessionRow.holder_id == holder, SessionRow.ended_at.is_(None)
        )
        await self.connection.execute(theirs.values(ended_at=func.now()))

    async def end(self, token: str) -> None:
        """Worth nothing from now on."""
        await self.connection.execute(
            update(SessionRow)
            .where(SessionRow.token_hash == hashed(token), SessionRow.ended_at.is_(None))
            .values(ended_at=func.now())
        )


SPEAKS = (
    SessionRow.token_hash == bindparam("token_hash"),
    SessionRow.ended_at.is_(None),
    SessionRow.expires_at > func.now(),
)
"""Whether a session is this token's and still speaks for its holder."""


def hashed(token: str) -> bytes:
    """A token as the table knows it."""
    # A header may hold bytes that are no text; they arrive as lone surrogates.
    return sha256(token.encode(errors="surrogatepass")).digest()


@dataclass(frozen=True, slots=True)
class SqlReceipts:
    """Kept for ever: a repeat may come after days in an outbox."""

    connection: AsyncConnection

    async def first(self, sender: UUID, message: MessageId) -> Receipt | None:
        """What became of the first message under this id."""
        told = {"sender": sender, "message": message}
        found = await self.connection.execute(_first_receipt(), told)
        row = found.one_or_none()
        if row is None:
            return None
        return Receipt(
            conversation=ConversationId(row.conversation_id), seq=row.seq, digest=row.digest
        )

    async def keep(self, sender: UUID, message: MessageId, receipt: Receipt) -> None:
        """Guarded by the primary key."""
        kept = await self.connection.execute(
            _kept_receipt(),
            {
                "sender_id": sender,
                "message_id": message,
                "conversation_id": receipt.conversation,
                "seq": receipt.seq,
                "digest": receipt.digest,
            },
        )
        if kept.one_or_none() is None:
            raise Conflict("client_message_id: the same message is being sent twice at once")


# Statements of every message and call are put together once: that takes longer than running them.


@cache
def _customer_of_session() -> Any:
    joined = select(CustomerRow.__table__).join(SessionRow, SessionRow.holder_id == CustomerRow.id)
    return joined.where(*SPEAKS)


@cache
def _first_receipt() -> Any:
    sender = ReceiptRow.sender_id == bindparam("sender")
    return select(ReceiptRow.__table__).where(sender, ReceiptRow.message_id == bindparam("message"))


@cache
def _kept_receipt() -> Any:
    return insert(ReceiptRow).on_conflict_do_nothing().returning(ReceiptRow.seq)
