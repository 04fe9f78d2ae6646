"""Canned replies."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import Row, delete, exists, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.canned import CannedReply
from handoff.domain.errors import Conflict
from handoff.domain.ids import AgentId
from handoff.domain.people import AgentRef, Language
from handoff.domain.replying import Steps
from handoff.storage.tables import CannedReplyRow

_R = CannedReplyRow
_STEPS: TypeAdapter[Steps] = TypeAdapter(Steps)


@dataclass(frozen=True, slots=True)
class SqlCannedReplies:
    """Few enough to be read whole."""

    connection: AsyncConnection

    async def all(self) -> tuple[CannedReply, ...]:
        """By shortcut."""
        rows = await self.connection.execute(
            select(_R.__table__).order_by(_R.shortcut, _R.changed_at)
        )
        return tuple(map(_reply, rows))

    async def find(self, reply: UUID) -> CannedReply | None:
        """Locked, so that who may change it is who does."""
        found = await self.connection.execute(
            select(_R.__table__).where(_R.id == reply).with_for_update()
        )
        row = found.one_or_none()
        return _reply(row) if row is not None else None

    async def put(self, reply: CannedReply) -> None:
        """A shortcut stands once among an agent's own, once in a team, once for everybody."""
        columns = _columns(reply)
        taken = exists().where(
            _R.shortcut == reply.shortcut,
            _R.id != reply.id,
            _R.owner_id.is_not_distinct_from(columns["owner_id"]),
            _R.team.is_not_distinct_from(reply.team),
        )
        if await self.connection.scalar(select(taken)):
            raise Conflict(f"shortcut: /{reply.shortcut} stands for another reply there")
        await self.connection.execute(
            insert(_R)
            .values(id=reply.id, **columns)
            .on_conflict_do_update(index_elements=["id"], set_=columns)
        )

    async def remove(self, reply: UUID) -> None:
        """Gone."""
        await self.connection.execute(delete(_R).where(_R.id == reply))


def _columns(it: CannedReply) -> dict[str, Any]:
    return {
        "shortcut": it.shortcut,
        "title": it.title,
        "text_de": it.text[Language.DE],
        "text_en": it.text[Language.EN],
        "team": it.team,
        "owner_id": it.owner.id if it.owner else None,
        "owner_name": it.owner.name if it.owner else None,
        "steps": _STEPS.dump_python(it.steps, mode="json"),
        "changed_at": it.changed_at,
        "changed_by": it.changed_by.id,
        "changed_name": it.changed_by.name,
    }


def _reply(row: Row[Any]) -> CannedReply:
    owner = AgentRef(id=AgentId(row.owner_id), name=row.owner_name) if row.owner_id else None
    return CannedReply(
        id=row.id,
        shortcut=row.shortcut,
        title=row.title,
        text={Language.DE: row.text_de, Language.EN: row.text_en},
        team=row.team,
        owner=owner,
        steps=_STEPS.validate_python(row.steps),
        changed_at=row.changed_at,
        changed_by=AgentRef(id=AgentId(row.changed_by), name=row.changed_name),
    )
