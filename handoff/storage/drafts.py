"""Drafts of replies, kept until they are used or forgotten."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.drafting import Draft, Maker, Source
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.people import Language
from handoff.storage.tables import ReplyDraftRow

_D = ReplyDraftRow
_SOURCES: TypeAdapter[tuple[Source, ...]] = TypeAdapter(tuple[Source, ...])

KEPT = timedelta(days=7)
"""As long as a console keeps what was not sent."""


@dataclass(frozen=True, slots=True)
class SqlReplyDrafts:
    """What becomes of a draft is in the log; here is only what it said."""

    connection: AsyncConnection

    async def keep(self, it: ConversationId, agent: AgentId, draft: Draft) -> None:
        """What is too old goes with it."""
        await self.connection.execute(delete(_D).where(_D.made_at < func.now() - KEPT))
        await self.connection.execute(
            insert(_D).values(
                id=draft.id,
                conversation_id=it,
                agent_id=agent,
                language=draft.language,
                text=draft.text,
                maker=draft.maker,
                sources=_SOURCES.dump_python(draft.sources, mode="json"),
            )
        )

    async def of(self, it: ConversationId, draft: UUID) -> Draft | None:
        """Only of this conversation."""
        found = await self.connection.execute(
            select(_D.__table__).where(_D.id == draft, _D.conversation_id == it)
        )
        row = found.one_or_none()
        if row is None:
            return None
        return Draft(
            id=row.id,
            language=Language(row.language),
            text=row.text,
            maker=Maker(row.maker),
            sources=_SOURCES.validate_python(row.sources),
        )
