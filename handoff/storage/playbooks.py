"""Where playbooks run, and when somebody else is to be called."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.ids import ConversationId
from handoff.domain.transitions import WITH_PEOPLE
from handoff.storage.tables import ConversationRow, PlaybookTimerRow

_C, _T = ConversationRow, PlaybookTimerRow


@dataclass(frozen=True, slots=True)
class SqlPlaybooks:
    """The log says how far a playbook is; here is only what a sweep has to find."""

    connection: AsyncConnection

    async def keep(
        self, conversation: ConversationId, playbook: str, due_at: datetime | None
    ) -> None:
        """It has begun here; `due_at` is when its next contact is to be called."""
        new = insert(_T).values(conversation_id=conversation, playbook=playbook, due_at=due_at)
        await self.connection.execute(
            new.on_conflict_do_update(
                index_elements=["conversation_id", "playbook"],
                set_={"due_at": new.excluded.due_at},
            )
        )

    async def overdue(self) -> tuple[tuple[ConversationId, str], ...]:
        """By the database's clock, which also wrote down when they were called."""
        rows = await self.connection.execute(
            select(_T.conversation_id, _T.playbook).where(_T.due_at < func.clock_timestamp())
        )
        return tuple((ConversationId(row.conversation_id), row.playbook) for row in rows)

    async def wanting(self, playbook: str, rules: Collection[str]) -> tuple[ConversationId, ...]:
        """Open cases handed over by one of these rules, in which it never began."""
        began = exists().where(_T.conversation_id == _C.id, _T.playbook == playbook)
        ids = await self.connection.scalars(
            select(_C.id).where(
                _C.state.in_(WITH_PEOPLE),
                _C.packet["rule"].astext.in_(rules),
                ~began,
            )
        )
        return tuple(map(ConversationId, ids))
