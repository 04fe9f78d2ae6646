"""Lists as the console and the sockets show them."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from handoff.domain.conversation import State
from handoff.domain.ids import AgentId, ConversationId
from handoff.domain.views import Listed, View
from handoff.storage.connections import alone, translated
from handoff.storage.people import customer_beside, customer_columns, hashed
from handoff.storage.queue import IN_LINE, OFFERED, ORDER
from handoff.storage.rows import conversation
from handoff.storage.tables import AgentRow, ConversationRow, CustomerRow, SessionRow

_C = ConversationRow
_SPOKEN = (_C.said_seq > 0) | _C.waiting_since.is_not(None)
"""Chats that were opened and never written to are nobody's work."""


@dataclass(frozen=True, slots=True)
class SqlScreens:
    """Each call is a short read of its own; nothing is locked."""

    engine: AsyncEngine

    async def listed(
        self, view: View, agent: AgentId, *, limit: int, before: datetime | None
    ) -> tuple[Listed, ...]:
        """The queue in its own order; the other views latest first, `before` pages on."""
        order = ORDER if view is View.QUEUE else (_C.updated_at.desc(), _C.id)
        wanted = _listing().where(_in_view(view, agent)).order_by(*order).limit(limit)
        if before is not None:
            wanted = wanted.where(_C.updated_at < before)
        return await self._all(wanted)

    async def these(self, conversations: Sequence[ConversationId]) -> tuple[Listed, ...]:
        """The rows of some conversations; those never written to are left out."""
        return await self._all(_listing().where(_C.id.in_(conversations), _SPOKEN))

    async def counts(self, agent: AgentId) -> dict[str, int]:
        """How many rows each view has, but for the endless ones."""
        counted = (View.QUEUE, View.MINE, View.FOLLOWED, View.BOT)
        columns = [func.count().filter(_in_view(view, agent)).label(view.value) for view in counted]
        async with self._reading() as connection:
            row = (await connection.execute(select(*columns).where(_C.state != State.CLOSED))).one()
        return dict(row._mapping)  # noqa: SLF001  # the documented way to a mapping

    async def grown(self, within_s: float) -> tuple[tuple[ConversationId, int], ...]:
        """Conversations that changed lately, with their last seq: makes up for lost hints."""
        since = func.now() - timedelta(seconds=within_s)
        async with self._reading() as connection:
            rows = await connection.execute(select(_C.id, _C.last_seq).where(_C.updated_at > since))
            return tuple((ConversationId(row.id), row.last_seq) for row in rows)

    async def offered_to(self, agent: AgentId) -> tuple[Listed, ...]:
        """What an agent is asked to take."""
        return await self._all(_listing().where(OFFERED, _C.offered_to == agent))

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
            return tuple(map(_listed, await connection.execute(wanted)))


def _listing() -> Any:
    return select(
        _C.__table__,
        func.clock_timestamp().label("as_of"),
        *customer_columns(),
    ).join(CustomerRow, CustomerRow.id == _C.customer_id)


def _in_view(view: View, agent: AgentId) -> ColumnElement[bool]:
    match view:
        case View.QUEUE:
            return IN_LINE
        case View.MINE:
            return ((_C.state == State.AGENT) & (_C.owner_id == agent)) | (
                (_C.state == State.SNOOZED) & (_C.last_agent_id == agent)
            )
        case View.FOLLOWED:
            return _C.followers.contains([agent]) & (_C.state != State.CLOSED)
        case View.BOT:
            return (_C.state == State.BOT) & _SPOKEN
        case View.CLOSED:
            return (_C.state == State.CLOSED) & _SPOKEN
        case View.ALL:
            return _SPOKEN


def _listed(row: Row[Any]) -> Listed:
    return Listed(conversation=conversation(row), customer=customer_beside(row), rank=row.rank)
