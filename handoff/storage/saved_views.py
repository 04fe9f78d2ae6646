"""Lists that agents gave a name."""

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.ids import AgentId, SavedViewId
from handoff.domain.views import SavedView, View
from handoff.storage.codec import filters_from_json, filters_to_json
from handoff.storage.tables import SavedViewRow

_S = SavedViewRow


@dataclass(frozen=True, slots=True)
class SqlSavedViews:
    """A row each; nobody sees those of others."""

    connection: AsyncConnection

    async def of(self, agent: AgentId) -> tuple[SavedView, ...]:
        """By name."""
        rows = await self.connection.execute(
            select(_S.__table__).where(_S.agent_id == agent).order_by(_S.name)
        )
        return tuple(
            SavedView(
                id=SavedViewId(row.id),
                name=row.name,
                view=View(row.view),
                filters=filters_from_json(row.filters),
            )
            for row in rows
        )

    async def keep(self, agent: AgentId, saved: SavedView) -> None:
        """A new one, or another form of one of theirs."""
        form = {
            "name": saved.name,
            "view": saved.view,
            "filters": filters_to_json(saved.filters),
        }
        await self.connection.execute(
            insert(_S)
            .values(id=saved.id, agent_id=agent, **form)
            .on_conflict_do_update(index_elements=[_S.id], set_=form, where=_S.agent_id == agent)
        )

    async def forget(self, agent: AgentId, saved: SavedViewId) -> bool:
        """Whether there was one."""
        gone = delete(_S).where(_S.id == saved, _S.agent_id == agent)
        return (await self.connection.execute(gone)).rowcount > 0
