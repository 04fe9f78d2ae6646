"""Personal data that is kept apart: sealed texts, and who had access."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.accesses import Access, Action, Recorded, Subject
from handoff.domain.ids import AgentId, ConversationId, CustomerId
from handoff.storage.tables import AccessRow, SealedTextRow

_S, _A = SealedTextRow, AccessRow


@dataclass(frozen=True, slots=True)
class SqlSealedTexts:
    """A row for each masked message whose original may be needed."""

    connection: AsyncConnection

    async def keep(self, conversation: ConversationId, seq: int, sealed: bytes) -> None:
        """Until it is too old."""
        await self.connection.execute(
            insert(_S).values(conversation_id=conversation, seq=seq, sealed=sealed)
        )

    async def of(self, conversation: ConversationId, seq: int) -> bytes | None:
        """None when nothing was kept, or not any more."""
        sealed: bytes | None = await self.connection.scalar(
            select(_S.sealed).where(_S.conversation_id == conversation, _S.seq == seq)
        )
        return sealed

    async def erase(self, older_than_s: float) -> int:
        """By the database's clock."""
        old = _S.sealed_at < func.now() - timedelta(seconds=older_than_s)
        return (await self.connection.execute(delete(_S).where(old))).rowcount


@dataclass(frozen=True, slots=True)
class SqlAccesses:
    """Only ever added to."""

    connection: AsyncConnection

    async def record(self, access: Access) -> None:
        """In the transaction of what it records."""
        await self.connection.execute(
            insert(_A).values(
                agent_id=access.agent,
                action=access.action,
                subject=access.subject,
                customer_id=access.customer,
                conversation_id=access.conversation,
                seq=access.seq,
                fields=list(access.fields),
                purpose=access.purpose,
            )
        )

    async def to(self, customer: CustomerId) -> tuple[Recorded, ...]:
        """Every access to a customer's data, oldest first."""
        rows = await self.connection.execute(
            select(_A.__table__).where(_A.customer_id == customer).order_by(_A.id)
        )
        return tuple(
            Recorded(
                at=row.at,
                access=Access(
                    agent=AgentId(row.agent_id) if row.agent_id else None,
                    action=Action(row.action),
                    subject=Subject(row.subject),
                    customer=customer,
                    conversation=row.conversation_id and ConversationId(row.conversation_id),
                    seq=row.seq,
                    fields=tuple(row.fields),
                    purpose=row.purpose,
                ),
            )
            for row in rows
        )
