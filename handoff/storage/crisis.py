"""Crisis notices; those of the past are kept, so that it can be seen who said what and when."""

from dataclasses import dataclass

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.crisis import CrisisNotice
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.people import AgentRef, Language
from handoff.storage.tables import CrisisNoticeRow, EventRow

_N = CrisisNoticeRow


@dataclass(frozen=True, slots=True)
class SqlCrisisNotices:
    """At most one is in force: the latest that nobody has withdrawn."""

    connection: AsyncConnection

    async def latest(self) -> CrisisNotice | None:
        """The one in force, if its time has not passed."""
        found = await self.connection.execute(
            select(_N.__table__)
            .where(_N.withdrawn_at.is_(None))
            .order_by(_N.begins_at.desc(), _N.id)
            .limit(1)
        )
        row = found.one_or_none()
        if row is None:
            return None
        return CrisisNotice(
            id=row.id,
            text={Language.DE: row.text_de, Language.EN: row.text_en},
            begins_at=row.begins_at,
            ends_at=row.ends_at,
            by=AgentRef(id=AgentId(row.by_id), name=row.by_name),
        )

    async def publish(self, notice: CrisisNotice) -> None:
        """It takes the place of the one before."""
        await self.withdraw(notice.by)
        await self.connection.execute(
            insert(_N).values(
                id=notice.id,
                text_de=notice.text[Language.DE],
                text_en=notice.text[Language.EN],
                begins_at=notice.begins_at,
                ends_at=notice.ends_at,
                by_id=notice.by.id,
                by_name=notice.by.name,
            )
        )

    async def withdraw(self, by: AgentRef) -> None:
        """Nothing is said any more; doing it again changes nothing."""
        await self.connection.execute(
            update(_N)
            .where(_N.withdrawn_at.is_(None))
            .values(withdrawn_at=func.clock_timestamp(), withdrawn_by=by.id)
        )

    async def said(self, conversation: ConversationId, text: str) -> bool:
        """Whether the assistant has begun an answer in this conversation with these words."""
        part = {"parts": [{"kind": "text", "text": text}]}
        found = await self.connection.scalar(
            select(EventRow.seq)
            .where(
                EventRow.conversation_id == conversation,
                EventRow.type == "assistant_said",
                EventRow.body.contains(part),
            )
            .limit(1)
        )
        return found is not None
