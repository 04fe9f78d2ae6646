"""How conversations were for their customers."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from handoff.domain.errors import Conflict
from handoff.domain.ids import ConversationId
from handoff.domain.ratings import Given, Rating
from handoff.storage.tables import RatingRow


@dataclass(frozen=True, slots=True)
class SqlRatings:
    """A row for each conversation that was rated, written once."""

    connection: AsyncConnection

    async def give(self, conversation: ConversationId, rating: Rating) -> Given:
        """Guarded by the primary key."""
        new = insert(RatingRow).values(
            conversation_id=conversation,
            csat=rating.csat,
            effort=rating.effort,
            comment=rating.comment,
        )
        await self.connection.execute(new.on_conflict_do_nothing())
        kept = await self.of(conversation)
        if kept is None:  # another transaction's, which we do not see yet
            raise Conflict("this conversation is being rated twice at once")
        return kept

    async def of(self, conversation: ConversationId) -> Given | None:
        """None when it was not rated."""
        found = await self.connection.execute(
            select(RatingRow.__table__).where(RatingRow.conversation_id == conversation)
        )
        row = found.one_or_none()
        if row is None:
            return None
        rating = Rating(csat=row.csat, effort=row.effort, comment=row.comment)
        return Given(rating=rating, at=row.at)
