"""How far customers are with their guides."""

from dataclasses import dataclass

from sqlalchemy import delete, func, literal, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.guides import StepDone, Tick
from handoff.domain.ids import CustomerId
from handoff.storage.tables import GuideProgressRow

_P = GuideProgressRow


@dataclass(frozen=True, slots=True)
class SqlGuideProgress:
    """A row for each step that was ever ticked; the latest word on it holds."""

    connection: AsyncConnection

    async def ticks(self, customer: CustomerId) -> tuple[Tick, ...]:
        """Everything the customer ticked or took back, oldest first."""
        rows = await self.connection.execute(
            select(_P.guide, _P.step, _P.done, _P.changed_at)
            .where(_P.customer_id == customer)
            .order_by(_P.changed_at, _P.guide, _P.step)
        )
        return tuple(
            Tick(guide=row.guide, step=row.step, done=row.done, at=row.changed_at) for row in rows
        )

    async def tick(self, customer: CustomerId, said: StepDone) -> None:
        """Saying the same again changes nothing, not even the time."""
        new = insert(_P).values(
            customer_id=customer, guide=said.guide, step=said.step, done=said.done
        )
        await self.connection.execute(
            new.on_conflict_do_update(
                index_elements=["customer_id", "guide", "step"],
                set_={"done": new.excluded.done, "changed_at": func.now()},
                where=_P.done != new.excluded.done,
            )
        )

    async def move(self, visitor: CustomerId, customer: CustomerId) -> None:
        """A visitor turned out to be a known customer: of each step the later word holds."""
        theirs = select(
            literal(customer, _P.customer_id.type), _P.guide, _P.step, _P.done, _P.changed_at
        ).where(_P.customer_id == visitor)
        columns = ["customer_id", "guide", "step", "done", "changed_at"]
        moved = insert(_P).from_select(columns, theirs)
        await self.connection.execute(
            moved.on_conflict_do_update(
                index_elements=columns[:3],
                set_={"done": moved.excluded.done, "changed_at": moved.excluded.changed_at},
                where=_P.changed_at < moved.excluded.changed_at,
            )
        )
        await self.connection.execute(delete(_P).where(_P.customer_id == visitor))
