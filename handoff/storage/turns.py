"""The assistant's work list, claimed so that two relays never take the same turn."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import CTE, Integer, Interval, Row, bindparam, func, or_, select, true, update
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.conversation import State
from handoff.domain.events import CustomerSaid
from handoff.domain.guides import Tick
from handoff.domain.ids import ConversationId
from handoff.ports import Turn
from handoff.storage.codec import event_from_json
from handoff.storage.people import customer_beside, customer_columns
from handoff.storage.rows import conversation
from handoff.storage.tables import ConversationRow, CustomerRow, EventRow, GuideProgressRow

_C = ConversationRow
_P = GuideProgressRow


@dataclass(frozen=True, slots=True)
class SqlTurns:
    """A turn is a conversation in state `bot` with something said beyond what is answered."""

    connection: AsyncConnection

    async def claim(self, limit: int, lease_s: float) -> tuple[Turn, ...]:
        """FOR UPDATE SKIP LOCKED: whoever is quicker has it, nobody waits."""
        given = {"most": limit, "lease": timedelta(seconds=lease_s)}
        rows = await self.connection.execute(_claim(), given)
        return tuple(map(_turn, rows))

    async def release(self, conversation_id: ConversationId, *, failed: bool = False) -> None:
        """The turn is over, one way or the other; a failure is counted until it is answered."""
        failures = _C.turn_failures + int(failed)
        await self.connection.execute(
            update(_C)
            .where(_C.id == conversation_id)
            .values(turn_until=None, turn_failures=failures)
        )


@cache
def _claim() -> Any:
    """The statement, put together once: a turn would pay for that each time."""
    free = or_(_C.turn_until.is_(None), _C.turn_until < func.now())
    waiting = (
        select(_C.id)
        .where(_C.state == State.BOT, _C.said_seq > _C.answered_seq, free)
        .order_by(_C.updated_at)
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=True)
    )
    claimed = (
        update(_C)
        .where(_C.id.in_(waiting.scalar_subquery()))
        .values(turn_until=func.now() + bindparam("lease", type_=Interval))
        .returning(_C.__table__, func.clock_timestamp().label("as_of"))
        .cte("claimed")
    )
    return _with_what_was_said(claimed)


def _with_what_was_said(claimed: CTE) -> Any:
    """The first message that has no answer yet, who said it, and how far they are with guides.

    One round trip for all.
    """
    said = (
        select(EventRow.seq, EventRow.body)
        .where(
            EventRow.conversation_id == claimed.c.id,
            EventRow.seq > claimed.c.answered_seq,
            EventRow.type == "customer_said",
        )
        .order_by(EventRow.seq)
        .limit(1)
        .lateral("said")
    )
    ticked = (
        select(func.jsonb_agg(aggregate_order_by(_tick(), _P.changed_at, _P.guide, _P.step)))
        .where(_P.customer_id == claimed.c.customer_id)
        .scalar_subquery()
        .label("ticked")
    )
    return (
        select(claimed, said.c.seq, said.c.body, ticked, *customer_columns())
        .select_from(claimed)
        .join(said, true())
        .join(CustomerRow, CustomerRow.id == claimed.c.customer_id)
    )


def _tick() -> Any:
    """A step as JSON, for it has to fit into a row."""
    names = ("guide", "step", "done", "changed_at")
    return func.jsonb_build_object(*(part for name in names for part in (name, getattr(_P, name))))


def _turn(row: Row[Any]) -> Turn:
    said = event_from_json(row.body)
    assert isinstance(said, CustomerSaid)
    return Turn(
        conversation=conversation(row),
        seq=row.seq,
        said=said,
        customer=customer_beside(row),
        failures=row.turn_failures,
        ticks=tuple(map(_ticked, row.ticked or ())),
    )


def _ticked(it: dict[str, Any]) -> Tick:
    at = datetime.fromisoformat(it["changed_at"])
    return Tick(guide=it["guide"], step=it["step"], done=it["done"], at=at)
