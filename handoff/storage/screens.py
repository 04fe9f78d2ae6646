"""Lists as the console and the sockets show them."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.transitions import WITH_PEOPLE
from handoff.domain.views import ENDLESS, Listed, Looked, Page, View
from handoff.storage.connections import alone, translated
from handoff.storage.listing import CLOSED, SPOKEN, listed, listing, order_of, rows_of
from handoff.storage.people import hashed
from handoff.storage.queue import OFFERED
from handoff.storage.tables import AgentRow, ConversationRow, SessionRow

_C = ConversationRow


@dataclass(frozen=True, slots=True)
class SqlScreens:
    """Each call is a short read of its own; nothing is locked."""

    engine: AsyncEngine

    async def listed(self, looked: Looked, *, limit: int, cursor: str | None = None) -> Page:
        """A page of a list, from its beginning or from behind a cursor."""
        order = order_of(looked.view)
        wanted = listing().add_columns(*order.named).where(rows_of(looked))
        if cursor is not None:
            wanted = wanted.where(order.behind(cursor))
        async with self._reading() as connection:
            found = await connection.execute(wanted.order_by(*order.by).limit(limit + 1))
            rows = found.all()
        shown = rows[:limit]
        more = len(rows) > limit and bool(shown)
        return Page(rows=tuple(map(listed, shown)), next=order.cursor(shown[-1]) if more else None)

    async def these(self, conversations: Sequence[ConversationId]) -> tuple[Listed, ...]:
        """The rows of some conversations; those never written to are left out."""
        return await self._all(listing().where(_C.id.in_(conversations), SPOKEN))

    async def counts(self, agent: AgentId, teams: tuple[str, ...] = ()) -> dict[View, int]:
        """How many rows each view has, but for the endless ones."""
        counted = [view for view in View if view not in ENDLESS]
        columns = [
            func.count()
            .filter(rows_of(Looked(view=view, agent=agent, teams=teams)))
            .label(view.value)
            for view in counted
        ]
        async with self._reading() as connection:
            row = (await connection.execute(select(*columns).where(~CLOSED))).one()
        return {view: getattr(row, view.value) for view in counted}

    async def teams(self) -> dict[str, int]:
        """How many cases are with the people of each team."""
        with_people = (
            select(_C.team, func.count().label("cases"))
            .where(_C.state.in_(WITH_PEOPLE), _C.team.is_not(None))
            .group_by(_C.team)
        )
        async with self._reading() as connection:
            return {row.team: row.cases for row in await connection.execute(with_people)}

    async def count(self, looked: Looked, most: int) -> int:
        """How many rows a list has, counted no further than `most`."""
        some = select(_C.id).where(rows_of(looked)).limit(most).subquery()
        async with self._reading() as connection:
            return await connection.scalar(select(func.count()).select_from(some)) or 0

    async def grown(self, within_s: float) -> tuple[tuple[ConversationId, int], ...]:
        """Conversations that changed lately, with their last seq: makes up for lost hints."""
        since = func.now() - timedelta(seconds=within_s)
        async with self._reading() as connection:
            rows = await connection.execute(select(_C.id, _C.last_seq).where(_C.updated_at > since))
            return tuple((ConversationId(row.id), row.last_seq) for row in rows)

    async def offered_to(self, agent: AgentId) -> tuple[Listed, ...]:
        """What an agent is asked to take."""
        return await self._all(listing().where(OFFERED, _C.offered_to == agent))

    async def valid(self, tokens: Sequence[str]) -> frozenset[str]:
        """Those of the tokens that still speak for somebody who may come in."""
        by_hash = {hashed(token): token for token in tokens}
        disabled = exists().where(
            AgentRow.id == SessionRow.holder_id, AgentRow.disabled_at.is_not(None)
        )
        async with self._reading() as connection:
            live = await connection.scalars(
                select(SessionRow.token_hash).where(
                    SessionRow.token_hash.in_(by_hash),
                    SessionRow.ended_at.is_(None),
                    SessionRow.expires_at > func.now(),
                    ~disabled,
                )
            )
            return frozenset(by_hash[token_hash] for token_hash in live)

    async def answers(self) -> bool:
        """Whether the database does; raises what it raises when not."""
        async with self._reading() as connection:
            return bool(await connection.scalar(select(1)))

    @asynccontextmanager
    async def _reading(self) -> AsyncIterator[AsyncConnection]:
        with translated():
            async with alone(self.engine).connect() as connection:
                yield connection

    async def _all(self, wanted: Any) -> tuple[Listed, ...]:
        async with self._reading() as connection:
            return tuple(map(listed, await connection.execute(wanted)))
